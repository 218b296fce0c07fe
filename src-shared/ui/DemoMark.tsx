import { useServerTimeSelector } from './server-time-hooks.ts'
import { useT } from './translator.tsx'

/** Says that all one sees is made up; and where that is so, that the time is, too. */
export function DemoMark({ className = 'demo-mark' }: { readonly className?: string }) {
  const t = useT()
  const isAhead = useServerTimeSelector(({ demoAheadMs }) => demoAheadMs > 0)
  return <strong className={className}>{t(isAhead ? 'common.demoTime' : 'common.demo')}</strong>
}
