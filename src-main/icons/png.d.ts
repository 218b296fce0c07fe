declare module '*.png?inline' {
  /** The picture as a `data:` URL, so that it is part of the program and has no path to get wrong. */
  const dataUrl: string
  export default dataUrl
}
