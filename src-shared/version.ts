/** Kerbside's own version: that of package.json, which a test holds it to. */
export const kerbsideVersion = '0.1.0'
