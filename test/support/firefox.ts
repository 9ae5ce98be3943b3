import { tmpdir } from 'node:os';
import puppeteer, { type Browser } from 'puppeteer-core';

/** Debian's own; another by FIREFOX_PATH. */
export const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';

/** Starts Firefox, whose windows are so wide (450 px at least). The size is told by its environment: this version does not know the command for it. */
export const startFirefox = (width: number): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    defaultViewport: null,
    env: { ...process.env, HOME: tmpdir(), MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: '900' },
    extraPrefsFirefox: { 'intl.accept_languages': 'vi' },
  });
