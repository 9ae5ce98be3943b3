// Loaded into the built program with `--import` by the test of clocks: what this process takes for the time is so many milliseconds
// off (THIDUA_TEST_CLOCK), and steps on or back when the test says so by the message `{ step }`.
let off = Number(process.env.THIDUA_TEST_CLOCK ?? 0);
process.on('message', ({ step = 0 }) => (off += step));
process.channel?.unref();

const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + off);
    else super(...args);
  }
  static now() {
    return RealDate.now() + off;
  }
};
