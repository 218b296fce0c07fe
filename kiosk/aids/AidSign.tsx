/** What stands before the words of a button that helps. @param drawing a path on a field of 24 × 24 */
export function AidSign({ drawing }: { readonly drawing: string }) {
  return (
    <svg
      className="aid__sign"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      aria-hidden="true"
    >
      <path d={drawing} strokeLinejoin="round" />
    </svg>
  )
}
