import { expect } from 'vitest';

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The words of a page as a reader sees them, one space between any two. */
export const readOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>|<title[\s\S]*?<\/title>|<desc[\s\S]*?<\/desc>/g, ' ')
    .replace(/<\/?(?:b|i|bdi|q|code)>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] as string)
    .replaceAll('\u2212', '-')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;)])/g, '$1');

/** A section of the page by its id. */
export const sectionOf = (page: string, id: string): string => {
  const [, from = ''] = page.split(`<section id="${id}">`);
  expect(from, id).not.toBe('');
  return from.split(/<section id="/)[0] as string;
};

const EMPTY = new Set(['meta', 'br', 'circle', 'line', 'rect', 'path']);

/** Tags that were opened and are not closed in order; none on a sound page. */
export const unbalanced = (page: string): string[] => {
  const open: string[] = [];
  const body = page.replace(/<!doctype html>/, '').replace(/<style>[\s\S]*?<\/style>/, '');
  for (const [, end, name = '', own] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (own || EMPTY.has(name)) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [...open, `</${name}>`];
  }
  return open;
};
