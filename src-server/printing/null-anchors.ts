import type { Font } from 'fontkit'

/** The part of fontkit's insides that is mended here. */
interface MarkPlacing {
  applyAnchor(this: MarkPlacing, mark: { markAnchor: unknown }, baseAnchor: unknown, baseIndex: number): void
}
interface WithLayoutEngine {
  readonly _layoutEngine?: { readonly engine?: { readonly GPOSProcessor?: MarkPlacing | null } }
}

const mended = new WeakSet<MarkPlacing>()

/**
 * fontkit 2.0.4 throws where a font says, as OpenType allows, that a mark has no anchor on a base; Noto Sans Malayalam
 * says so for most of its words. Such a mark stays where it is. All fonts share the processor that is mended.
 * See https://github.com/foliojs/fontkit/issues/367; to be dropped with the release that has the fix.
 */
export function tolerateNullAnchors(font: Font): void {
  const processor = (font as WithLayoutEngine)._layoutEngine?.engine?.GPOSProcessor
  if (processor === null || processor === undefined) return
  const shared = Object.getPrototypeOf(processor) as MarkPlacing
  if (mended.has(shared)) return
  mended.add(shared)
  const { applyAnchor } = shared
  shared.applyAnchor = function (mark, baseAnchor, baseIndex) {
    if (baseAnchor && mark.markAnchor) applyAnchor.call(this, mark, baseAnchor, baseIndex)
  }
}
