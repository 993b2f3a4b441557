/** A corner of a path, or where an arc begins and ends with its radii. */
type Point = readonly [x: number, y: number];

/** Points of a half ellipse from one end of its long side to the other, far closer than a pixel. */
const ARC_POINTS = 2_000;

/** A half circle or ellipse whose ends lie on a row, the way round that SVG's sweep 0 goes. */
function halfEllipse([x0, y]: Point, x1: number, radius: number): readonly Point[] {
  const middle = (x0 + x1) / 2;
  const across = (x1 - x0) / 2;
  return Array.from({ length: ARC_POINTS }, (_, at): Point => {
    const angle = (Math.PI * (at + 1)) / ARC_POINTS;
    return [middle - across * Math.cos(angle), y + Math.sign(across) * radius * Math.sin(angle)];
  });
}

/** The closed outlines of SVG path data of M, L, H, V, Z and half ellipses A, as polygons. */
function polygonsOf(path: string): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)) {
    const numbers = Array.from(rest.matchAll(/-?[\d.]+/g), ([text]) => Number(text));
    const [a = NaN, b = NaN] = numbers;
    if (command === 'M') polygons.push([]);
    const polygon = polygons.at(-1) ?? [];
    const [x, y] = polygon.at(-1) ?? [NaN, NaN];
    if (command === 'M' || command === 'L') polygon.push([a, b]);
    else if (command === 'H') polygon.push([a, y]);
    else if (command === 'V') polygon.push([x, a]);
    else if (command === 'A') polygon.push(...halfEllipse([x, y], numbers[5] ?? NaN, b));
  }
  return polygons;
}

/** For tests: 1 for every pixel whose middle lies inside SVG path data, by the even-odd rule. */
export function filledPath(path: string, columns: number, rows: number): Uint8Array {
  const polygons = polygonsOf(path);
  const pixels = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = row + 0.5;
    const crossings = polygons.flatMap((polygon) =>
      polygon.flatMap(([x0, y0], at) => {
        const [x1, y1] = polygon[(at + 1) % polygon.length] ?? [x0, y0];
        return y0 <= y === y1 <= y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
      }),
    );
    for (let column = 0; column < columns; column++)
      pixels[row * columns + column] = crossings.filter((x) => x <= column + 0.5).length % 2;
  }
  return pixels;
}
