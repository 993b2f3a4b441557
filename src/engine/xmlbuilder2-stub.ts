/**
 * Stands in for `xmlbuilder2`, which vtk.js imports to write XML files and midscope never calls.
 * The real package needs modules of Node.
 */
const absent = (): never => {
  throw new Error('xmlbuilder2 is not part of midscope');
};

export { absent as convert, absent as create, absent as decode };
