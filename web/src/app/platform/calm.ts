import { computed, type ResourceRef } from '@angular/core';

/**
 * What was read, or undefined once reading failed. A resource of Angular throws from `value()` then, at whoever draws it, and the page would
 * stop before it can say why. The reason stays in `error()`, which `<app-region>` tells.
 */
export function calm<T, Read extends ResourceRef<T | undefined>>(read: Read): Read {
  const value = Object.assign(
    computed(() => (read.hasValue() ? read.value() : undefined)),
    { set: read.value.set, update: read.value.update, asReadonly: read.value.asReadonly },
  );
  return new Proxy(read, {
    get: (target, name): unknown => (name === 'value' ? value : Reflect.get(target, name, target)),
  });
}
