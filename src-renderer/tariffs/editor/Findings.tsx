import { useT } from '../../../src-shared/ui/translator.tsx'
import type { Finding } from './draft-plan.ts'
import { focusField } from './focus-field.ts'

/** All that is wrong or may be a slip, each leading to its field. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (findings.length === 0) return null
  return (
    <section className={errors > 0 ? 'findings findings--errors' : 'findings'} aria-labelledby="findings">
      <div role="status">
        <h2 id="findings">{t('tariffEditor.findings', { errors, warnings: findings.length - errors })}</h2>
      </div>
      <ul className="findings__list">
        {findings.map(({ severity, path, words }) => (
          <li key={`${path} ${words}`}>
            <button type="button" className="findings__link" onClick={() => focusField(path)}>
              <strong>{t(`tariffEditor.${severity}`)}</strong> {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
