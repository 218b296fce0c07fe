import { useT } from '../../src-shared/ui/translator.tsx'

/** A number plate that looks like one; an empty one has been erased. */
export function Plate({ plate, large = false }: { plate: string; large?: boolean }) {
  const t = useT()
  if (plate === '') return <span className="plate plate--erased">{t('plate.erased')}</span>
  return <span className={large ? 'plate plate--large' : 'plate'}>{plate}</span>
}
