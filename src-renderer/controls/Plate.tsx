/** A number plate that looks like one. */
export function Plate({ plate, large = false }: { plate: string; large?: boolean }) {
  return <span className={large ? 'plate plate--large' : 'plate'}>{plate}</span>
}
