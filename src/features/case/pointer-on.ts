/** Where a pointer is on an element, in CSS pixels. */
export function pointerOn(
  element: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): readonly [x: number, y: number] {
  const { left, top } = element.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
