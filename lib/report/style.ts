/**
 * Blue and orange are told apart in every common kind of colour blindness (Okabe and Ito 2008); each mark has a shape of its own
 * besides. Text has a contrast of 4.5 at least on its ground, marks one of 3 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
const light = `--ink:#17191e;--soft:#535a66;--line:#d7dbe2;--faint:#7d8490;--paper:#fff;--wash:#f3f5f8;
--surveyed:#1457a8;--corrected:#b23b00;--band:#f3cfb5;--bar:#6f7886`;
const dark = `--ink:#e9ebef;--soft:#aeb5c0;--line:#3a404a;--faint:#858d99;--paper:#15171b;--wash:#1f2228;
--surveyed:#8fc1ff;--corrected:#ff9e68;--band:#64391f;--bar:#8f98a6`;

/** The page's whole looks: on a screen wide or narrow, light or dark, and on paper. */
export const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.page{max-width:68rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:2.25rem;line-height:1.15;letter-spacing:-.02em;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.55rem;line-height:1.2;letter-spacing:-.01em;margin:0 0 .75rem}
h3{font-size:1.15rem;line-height:1.3;margin:1.75rem 0 .5rem}
h4{font-size:.95rem;margin:1.25rem 0 .4rem}
p{margin:.5rem 0;max-width:46rem}
small{font-size:.85rem;color:var(--soft)}
a{color:var(--surveyed)}
code{font-size:.9em}
main>section{border-top:2px solid var(--ink);margin-top:3rem;padding-top:1.25rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0 0 1.25rem}
.facts dt{font-size:.8rem;color:var(--soft)}
.facts dd{margin:0}
.warning{border-left:4px solid var(--corrected);background:var(--wash);padding:.6rem .9rem}
.headline{list-style:none;margin:1.5rem 0 0;padding:0}
.headline li{font-size:1.4rem;line-height:1.35;padding:.8rem 0;border-top:1px solid var(--line);max-width:56rem}
.headline b{font-weight:700}
.headline ol{margin:.5rem 0 0;padding-left:1.5rem}
.headline li.corner-line{font-size:1.05rem;border:0;padding:.15rem 0}
.headline small{display:block;font-size:.9rem;line-height:1.45;margin-top:.2rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:1rem 0 0;padding:.75rem 0 0;border-top:1px solid var(--line)}
.corner{border-top:1px solid var(--line);padding:1.5rem 0;margin:0}
.corner:first-of-type{border-top:0;padding-top:.5rem}
.corner h3{font-size:1.35rem;margin:0 0 .35rem}
.rank{color:var(--soft);font-weight:400;margin-right:.35rem}
.say{font-size:1.2rem;line-height:1.45;max-width:52rem}
.lone{margin:1rem 0 .75rem;max-width:56rem}
.label{display:inline-block;font-size:.8rem;font-weight:700;border:1px solid currentColor;border-radius:3px;padding:0 .4rem;margin-right:.4rem}
.duty{border-left:4px solid var(--ink);padding:.15rem 0 .15rem .8rem;margin:1rem 0 0;max-width:none}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:.5rem 2.5rem;align-items:start}
.pair>:empty{display:none}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);max-width:40rem}
blockquote p{margin:0}
blockquote p::before{content:"\\201C"}
blockquote p::after{content:"\\201D"}
svg{display:block;width:100%;overflow:visible}
svg text{fill:var(--soft);font-size:12px}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.75rem;list-style:none;padding:0;margin:1rem 0;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.5rem}
.legend svg{width:auto;flex:none}
.grid{stroke:var(--line)}
.zero{stroke:var(--faint)}
.surveyed{fill:none;stroke:var(--surveyed);stroke-width:2.5}
.surveyed.faint{stroke-dasharray:3 2}
.corrected{fill:var(--corrected);stroke:var(--paper)}
.interval{fill:var(--band);stroke:var(--corrected)}
.bounds{stroke:var(--faint)}
.joint{stroke:var(--ink);stroke-width:2}
text.said-surveyed,.said-surveyed{color:var(--surveyed);fill:var(--surveyed)}
text.said-corrected,.said-corrected{color:var(--corrected);fill:var(--corrected)}
text.said-surveyed,text.said-corrected{font-size:13px;font-weight:700}
.rows{list-style:none;margin:0;padding:0}
.row{display:grid;grid-template-columns:12.5rem minmax(0,1fr) 17.25rem;gap:0 1.25rem;align-items:center;border-top:1px solid var(--line)}
.row.head{border:0;padding:0}
.row.further{border-top:0;padding-top:0}
.row .more{grid-column:1/-1;padding-bottom:.75rem}
.row .more .duty{margin-top:.4rem}
.row .who,.row .what{padding:.2rem 0}
.figures{white-space:nowrap}
.row .axis{margin-top:.4rem}
.row .more p{margin:.15rem 0;max-width:none}
.row.dark .who{font-weight:700}
.what small{display:block;line-height:1.3}
.group h3{margin-bottom:0}
.badge{display:inline-block;font-size:.75rem;font-weight:700;line-height:1.35;border-radius:3px;padding:0 .35rem;border:1px solid var(--faint);color:var(--soft);white-space:nowrap}
.badge.dark{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.badge.suspected{border-style:dashed;border-color:var(--ink);color:var(--ink)}
.badge.weak{border-color:var(--surveyed);color:var(--surveyed)}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
caption{text-align:left;font-weight:700;padding:.5rem 0 .25rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);font-size:.8rem;line-height:1.3;vertical-align:bottom;border-bottom-color:var(--faint)}
tr.dark th{font-weight:700}
.wide{overflow-x:auto;margin-top:1.5rem}
.wide:focus-visible{outline:2px solid var(--surveyed);outline-offset:2px}
.wide table{min-width:64rem;overflow-wrap:normal;font-size:.82rem}
.wide thead th{font-size:.75rem}
.wide th[scope=row]{min-width:9rem;max-width:14rem;overflow-wrap:anywhere}
#actions .wide table{min-width:44rem;font-size:.9rem}
#actions .wide th[scope=row]{max-width:none}
.shares{margin:.75rem 0}
.shares th[scope=row]{width:30%}
td,thead th,caption{overflow-wrap:break-word}
.barred{width:24%}
.barred svg{margin-top:.25rem}
.part th{font-weight:700;padding-top:.6rem}
.track{fill:var(--wash);stroke:var(--line)}
.here{fill:var(--bar)}
.elsewhere{stroke:var(--ink);stroke-width:2}
.spread{stroke:var(--ink);stroke-width:1.5}
.counts{max-width:40rem}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.5rem 2rem;margin-top:.5rem}
.panel h3{font-size:1rem;margin:1rem 0 .5rem}
.panel p{font-size:.9rem}
.usual{fill:var(--bar)}
.surging,.opened{fill:var(--corrected)}
.expected{stroke:var(--surveyed);stroke-width:2;stroke-linecap:square}
.prose dt{font-weight:700;margin-top:.7rem}
.prose dd{margin:0;max-width:46rem}
.prose li{max-width:46rem;margin:.3rem 0}
@media screen and (max-width:56rem){
.row{grid-template-columns:minmax(0,2fr) minmax(0,3fr);padding:.5rem 0 0}
.row svg{grid-column:1/-1;grid-row:2}
.row .what{text-align:right}
.row .more{grid-row:3}
.row.head .who,.row.head .what{display:none}
.row.head svg{grid-row:1}
}
@media screen and (max-width:36rem){
.page{padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem}
.headline li{font-size:1.2rem}
.headline li.corner-line{font-size:1rem}
.say{font-size:1.1rem}
.shares{font-size:.85rem}
.shares th[scope=row]{width:auto;min-width:7rem}
.barred,.bar-head{display:none}
th,td{padding-right:.6rem}
}
@media print{
:root{color-scheme:light;${light};--ink:#000;--soft:#333;--wash:#fff}
@page{margin:14mm}
.duty{break-before:avoid}
html{font-size:9.5pt}
.page{max-width:none;padding:0}
nav,.skip{display:none}
h1{font-size:20pt}
.headline li{font-size:13pt}
.headline li.corner-line{font-size:10pt}
.say{font-size:11.5pt}
h2,h3,h4,.say,caption,thead,.row.head{break-after:avoid}
svg,tr,blockquote,.say,.group,.row,.duty,.panel,.lone,.legend,.warning,dd,li{break-inside:avoid}
#scores,#surges,#limits{break-before:page}
.wide{overflow:visible}
.wide table,#actions .wide table{min-width:0;font-size:6.8pt}
.wide thead th,.wide small{font-size:6.4pt}
.wide th,.wide td{padding-right:1.2mm}
.row{grid-template-columns:38mm minmax(0,1fr) 46mm;gap:0 4mm}
.badge.dark{background:none;color:#000;border:1.5pt solid #000}
.badge.weak{color:#000}
.panels{grid-template-columns:1fr 1fr}
}
`;
