import { registerHooks } from 'node:module';

// Tests name each other's TypeScript as it would be called after a build, `rows.js`; here Node runs it as it stands, `rows.ts`.
registerHooks({
  resolve(name, context, next) {
    try {
      return next(name, context);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^\.{1,2}\/.*\.js$/.test(name)) throw error;
      return next(name.replace(/\.js$/, '.ts'), context);
    }
  },
});
