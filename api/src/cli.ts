import 'reflect-metadata';
import { runCommand } from './command/command.js';

process.exitCode = await runCommand(process.argv.slice(2));
