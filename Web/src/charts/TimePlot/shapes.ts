import type { Shape } from "../Trace/kinds";

/** Pictures of marks, by colour, shape, size and resolution: drawing one is far quicker than its path. */
const pictures = new Map<string, HTMLCanvasElement>();

/** Colours change with the theme, and sizes are few: more than this is never needed at once. */
const mostPictures = 200;

/** Makes what draws the same mark at many places, in the context's colour. */
export function shapeStamp(
  context: CanvasRenderingContext2D,
  shape: Shape,
  color: string,
  size: number,
): (x: number, y: number) => void {
  const ratio = window.devicePixelRatio || 1;
  const key = `${shape} ${color} ${size} ${ratio}`;
  const room = Math.ceil(size * 1.2) + 2;
  let picture = pictures.get(key);
  if (picture === undefined) {
    if (pictures.size >= mostPictures) pictures.clear();
    picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(2 * room * ratio);
    const inside = picture.getContext("2d");
    if (inside !== null) {
      inside.scale(ratio, ratio);
      inside.fillStyle = inside.strokeStyle = color;
      inside.lineWidth = 1.75;
      drawShape(inside, shape, room, room, size);
    }
    pictures.set(key, picture);
  }
  const image = picture;
  return (x, y) => context.drawImage(image, x - room, y - room, 2 * room, 2 * room);
}

/** Draws a mark around x, y; `size` is half of its height. Fill and stroke styles are the caller's. */
export function drawShape(
  context: CanvasRenderingContext2D,
  shape: Shape,
  x: number,
  y: number,
  size: number,
): void {
  context.beginPath();
  trace(context, shape, x, y, size);
  if (shape === "cross" || shape === "plus" || shape === "star" || shape === "ring") context.stroke();
  else context.fill();
}

function trace(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, s: number): void {
  switch (shape) {
    case "triangle": polygon(context, [x, y - s, x + s, y + s * 0.8, x - s, y + s * 0.8]); break;
    case "down": polygon(context, [x, y + s, x + s, y - s * 0.8, x - s, y - s * 0.8]); break;
    case "diamond": polygon(context, [x, y - s * 1.15, x + s, y, x, y + s * 1.15, x - s, y]); break;
    case "square": context.rect(x - s * 0.85, y - s * 0.85, s * 1.7, s * 1.7); break;
    case "bar": context.rect(x - s * 0.35, y - s, s * 0.7, s * 2); break;
    case "circle":
    case "ring": context.arc(x, y, s * 0.9, 0, Math.PI * 2); break;
    case "cross":
      lines(context, [x - s, y - s, x + s, y + s, x - s, y + s, x + s, y - s]);
      break;
    case "plus":
      lines(context, [x - s, y, x + s, y, x, y - s, x, y + s]);
      break;
    case "star":
      lines(context, [x - s, y, x + s, y, x, y - s, x, y + s]);
      lines(context, [x - s * 0.7, y - s * 0.7, x + s * 0.7, y + s * 0.7]);
      lines(context, [x - s * 0.7, y + s * 0.7, x + s * 0.7, y - s * 0.7]);
      break;
  }
}

function polygon(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.moveTo(points[0]!, points[1]!);
  for (let index = 2; index < points.length; index += 2) context.lineTo(points[index]!, points[index + 1]!);
  context.closePath();
}

function lines(context: CanvasRenderingContext2D, points: readonly number[]): void {
  for (let index = 0; index < points.length; index += 4) {
    context.moveTo(points[index]!, points[index + 1]!);
    context.lineTo(points[index + 2]!, points[index + 3]!);
  }
}

/** The same marks as SVG paths around 0, 0, for legends. */
export function shapePath(shape: Shape, s: number): string {
  switch (shape) {
    case "triangle": return `M0 ${-s}L${s} ${s * 0.8}L${-s} ${s * 0.8}Z`;
    case "down": return `M0 ${s}L${s} ${-s * 0.8}L${-s} ${-s * 0.8}Z`;
    case "diamond": return `M0 ${-s * 1.15}L${s} 0L0 ${s * 1.15}L${-s} 0Z`;
    case "square": return `M${-s * 0.85} ${-s * 0.85}h${s * 1.7}v${s * 1.7}h${-s * 1.7}Z`;
    case "bar": return `M${-s * 0.35} ${-s}h${s * 0.7}v${s * 2}h${-s * 0.7}Z`;
    case "circle":
    case "ring": return `M${-s * 0.9} 0a${s * 0.9} ${s * 0.9} 0 1 0 ${s * 1.8} 0a${s * 0.9} ${s * 0.9} 0 1 0 ${-s * 1.8} 0`;
    case "cross": return `M${-s} ${-s}L${s} ${s}M${-s} ${s}L${s} ${-s}`;
    case "plus": return `M${-s} 0H${s}M0 ${-s}V${s}`;
    case "star": return `M${-s} 0H${s}M0 ${-s}V${s}M${-s * 0.7} ${-s * 0.7}L${s * 0.7} ${s * 0.7}M${-s * 0.7} ${s * 0.7}L${s * 0.7} ${-s * 0.7}`;
  }
}

/** Marks drawn as lines, not as areas. */
export function isOutline(shape: Shape): boolean {
  return shape === "cross" || shape === "plus" || shape === "star" || shape === "ring";
}
