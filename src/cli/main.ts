#!/usr/bin/env node
import './last-resort';
import { run } from './run';
import { processTerminal } from './terminal';

process.exitCode = run(process.argv.slice(2), processTerminal());
