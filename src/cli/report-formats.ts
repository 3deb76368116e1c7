/* eslint-disable @typescript-eslint/no-require-imports -- each format is loaded when it is asked for */
import type { Report } from '../findings/report';
import type { Format } from '../reports/formats';
import type { TextOptions } from '../reports/text';

type Writer = (report: Report, options: TextOptions) => string;

const WRITERS: Readonly<Record<Format, () => Writer>> = {
  text: () => (require('../reports/text') as typeof import('../reports/text')).text,
  json: () => (require('../reports/json') as typeof import('../reports/json')).json,
  sarif: () => (require('../reports/sarif') as typeof import('../reports/sarif')).sarif,
  junit: () => (require('../reports/junit') as typeof import('../reports/junit')).junit,
  html: () => (require('../reports/html') as typeof import('../reports/html')).html,
  markdown: () => (require('../reports/markdown') as typeof import('../reports/markdown')).markdown,
  github: () => (require('../reports/github') as typeof import('../reports/github')).github,
};

export const FORMAT_NAMES = Object.keys(WRITERS) as readonly Format[];

export function formatted(report: Report, format: Format, options: TextOptions): string {
  return WRITERS[format]()(report, options);
}
