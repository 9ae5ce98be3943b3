import { TestBed } from '@angular/core/testing';
import { COLOURS, Display, TEXT_SIZES, type Colours, type TextSize } from './display.js';

const PLACE = 'thidua:display';
const page = document.documentElement;

/** The service as it is made when a page opens, of whose switches these stand on `<html>` already. */
function displayOf(switches: Readonly<Record<string, string>> = {}): Display {
  TestBed.resetTestingModule();
  for (const name of Object.keys(page.dataset)) delete page.dataset[name];
  Object.assign(page.dataset, switches);
  return TestBed.inject(Display);
}

beforeEach(() => localStorage.clear());
afterAll(() => displayOf());

describe('how the pages look on this device', () => {
  it.each(Object.keys(COLOURS) as Colours[])('is shown, kept and known again: the colours %s', (colours) => {
    displayOf().chooseColours(colours);
    expect({ ...page.dataset }).toEqual(COLOURS[colours]);
    expect(JSON.parse(localStorage.getItem(PLACE) ?? '{}')).toEqual(COLOURS[colours]);
    expect(displayOf({ ...COLOURS[colours] }).colours()).toBe(colours);
  });

  it.each(Object.keys(TEXT_SIZES) as TextSize[])('is shown, kept and known again: letters %s', (size) => {
    displayOf().chooseText(size);
    expect({ ...page.dataset }).toEqual(TEXT_SIZES[size]);
    expect(JSON.parse(localStorage.getItem(PLACE) ?? '{}')).toEqual(TEXT_SIZES[size]);
    expect(displayOf({ ...TEXT_SIZES[size] }).text()).toBe(size);
  });

  it('is two choices that leave each other alone', () => {
    const display = displayOf({ text: 'larger' });
    display.chooseColours('contrast-dark');
    expect(JSON.parse(localStorage.getItem(PLACE)!)).toEqual({ theme: 'dark', contrast: 'more', text: 'larger' });
    display.chooseText('normal');
    expect(JSON.parse(localStorage.getItem(PLACE)!)).toEqual({ theme: 'dark', contrast: 'more' });
    expect({ ...page.dataset }).toEqual({ theme: 'dark', contrast: 'more' });
  });

  it('follows the device again, and keeps nothing then', () => {
    const display = displayOf();
    display.chooseColours('dark');
    display.chooseColours('device');
    expect({ ...page.dataset }).toEqual({});
    expect(localStorage.getItem(PLACE)).toBeNull();
  });

  it('takes what is no choice of ours for none made', () => {
    const display = displayOf({ theme: 'sepia', text: 'huge' });
    expect([display.colours(), display.text()]).toEqual(['device', 'normal']);
  });

  it('changes where the browser keeps nothing', () => {
    const display = displayOf();
    const refused = new Error('The operation is insecure.');
    const store = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw refused;
      },
    });
    try {
      display.chooseColours('dark');
    } finally {
      Object.defineProperty(window, 'localStorage', store);
    }
    expect(page.dataset['theme']).toBe('dark');
  });
});
