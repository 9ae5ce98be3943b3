import { hash } from 'node:crypto';

/** The name under which a connection prepares a statement: one for each text. PostgreSQL takes 63 characters. */
export const statementName = (text: string): string => hash('md5', text, 'hex');
