import fc from 'fast-check'

/** Any text at all, halves of surrogate pairs and control characters included; most of it short and ASCII. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.nat(0x7f) }, { weight: 1, arbitrary: fc.nat(0xffff) }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes))
