import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A text as a QR code, for the camera of a phone; whoever cannot use it finds the same text beside it. */
@Component({
  selector: 'app-qr-picture',
  template: `
    <svg
      role="img"
      [attr.aria-label]="label()"
      [attr.viewBox]="'0 0 ' + picture().size + ' ' + picture().size"
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="picture().path" fill="#000" />
    </svg>
  `,
  styles: `
    svg {
      display: block;
      width: min(14rem, 100%);
    }
  `,
})
export class QrPicture {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly picture = computed(() => {
    const { data, size } = encode(this.text(), { ecc: 'M', border: 4 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { size, path };
  });
}
