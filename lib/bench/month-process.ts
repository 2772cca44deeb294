import { type Following, runMonth } from './deployed-month.ts';
import { totalOf } from './metered-table.ts';

// The functions' log lines would bury the one line that is asked for.
console.info = () => undefined;
console.warn = () => undefined;

const [messages, cells, following] = process.argv.slice(2);
const { traffic, events, ...month } = await runMonth(Number(messages), Number(cells), following as Following);
const byFunction = Object.fromEntries([...traffic].map(([name, parts]) => [name, totalOf(parts.values())]));
const parts = [...traffic.values()].flatMap((part) => [...part]);
const those = (pattern: RegExp) => totalOf(parts.flatMap(([name, part]) => (pattern.test(name) ? [part] : [])));
console.log(
  JSON.stringify({
    ...month,
    byFunction,
    all: totalOf(Object.values(byFunction)),
    holds: those(/^state\/hold(\/|$)/),
    clockIndexWrites: those(/^state\/\w+\/clock$/),
    events: Object.fromEntries(events),
  }),
);
