import { github } from './github';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { sarif } from './sarif';
import { text } from './text';
import { Report } from '../findings/report';

/** Every format by the name that users give it. */
export const FORMATS = { text, json, sarif, junit, html, markdown, github } as const satisfies Readonly<Record<string, (report: Report) => string>>;

export type Format = keyof typeof FORMATS;
