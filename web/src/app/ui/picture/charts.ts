import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { LETTER, LINE, lettersIn, wrapped, type Option, type Paper, type Picture } from './drawing.js';

// This file is loaded when the first picture is shown: nothing else may import it but by `import()`.
use([BarChart, CanvasRenderer, GridComponent, LegendComponent, MarkLineComponent, ScatterChart, SVGRenderer, TitleComponent]);

/** Pixels of a picture for each of the page: sharp in print. */
const SHARPNESS = 2;
/** The letters of a caption, and the air below the heading of a file, in rem. */
const CAPTION = 1.2;
const AIR = 1;

/** A picture in the page; `free` takes it away. */
export interface Drawn {
  free(): void;
}

/** Draws a picture into a place, as SVG, before the browser paints or prints. */
export function drawInto(place: HTMLElement, picture: Picture, paper: Paper): Drawn {
  const chart = init(place, null, { renderer: 'svg', width: paper.width, height: picture.height * paper.rem });
  chart.setOption(picture.draw(paper));
  chart.getZr().flush();
  // Paper may be narrower or wider than the screen was.
  const svg = place.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  return { free: () => chart.dispose() };
}

/** The picture as a file of its own, with its caption. @param mark what stands above it, or empty */
export function svgOf(picture: Picture, paper: Paper, mark: string): Blob {
  return onFile(picture, paper, mark, 'svg', (chart) => new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }));
}

/** The same in pixels. @throws Error when the browser makes no picture of them */
export async function pngOf(picture: Picture, paper: Paper, mark: string): Promise<Blob> {
  const pixels = onFile(picture, paper, mark, 'canvas', (chart) =>
    chart.renderToCanvas({ pixelRatio: SHARPNESS, backgroundColor: paper.ground }),
  );
  return new Promise((resolve, reject) =>
    pixels.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))), 'image/png'),
  );
}

function onFile<T>(picture: Picture, paper: Paper, mark: string, renderer: 'svg' | 'canvas', take: (chart: EChartsType) => T): T {
  const { title, head } = headingOf(picture, paper, mark);
  const size = { width: paper.width, height: head + picture.height * paper.rem };
  const place = renderer === 'svg' ? null : document.createElement('div');
  const chart = init(place, null, { renderer, ssr: renderer === 'svg', devicePixelRatio: SHARPNESS, ...size });
  chart.setOption({ ...picture.draw({ ...paper, head }), title, backgroundColor: paper.ground });
  const taken = take(chart);
  chart.dispose();
  return taken;
}

/** What stands above a picture in a file: mark, caption, finding. `head` in pixels. */
function headingOf({ caption, finding }: Picture, paper: Paper, mark: string): { title: Option['title']; head: number } {
  const parts = [
    { text: mark, size: LETTER, weight: 700, colour: paper.ink },
    { text: caption, size: CAPTION, weight: 700, colour: paper.ink },
    { text: finding, size: LETTER, weight: 400, colour: paper.quiet },
  ].filter(({ text }) => text);
  let top = AIR / 2;
  const title = parts.map(({ text, size, weight, colour }) => {
    const lines = wrapped(text, lettersIn(paper.width - 2 * paper.edge, paper, size));
    const lineHeight = size * (LINE / LETTER);
    const at = top;
    top += lines.length * lineHeight;
    return {
      text: lines.join('\n'),
      left: paper.edge,
      top: at * paper.rem,
      padding: 0,
      textStyle: {
        color: colour,
        fontSize: size * paper.rem,
        fontWeight: weight,
        lineHeight: lineHeight * paper.rem,
        fontFamily: paper.font,
      },
    };
  });
  return { title, head: (top + AIR) * paper.rem };
}
