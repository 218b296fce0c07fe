import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { PasswordInput } from '../controls/PasswordInput.tsx'
import { minPasswordLength, passwordRules, type SetupPartProps } from './setup-rules.ts'

/** The account of whoever answers for the place. */
export function OwnerStep({ form, faultOf, change }: SetupPartProps) {
  const t = useT()
  return (
    <>
      <Field label={t('console.setup.ownerName')} fault={faultOf('ownerName')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="ownerName"
            maxLength={80}
            autoComplete="name"
            value={form.ownerName}
            onChange={(event) => change({ ownerName: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('console.setup.username')} hint={t('console.setup.usernameHint')} fault={faultOf('username')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="username"
            maxLength={32}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={form.username}
            // The server takes small letters only; nobody should have to find that out.
            onChange={(event) => change({ username: event.target.value.toLowerCase() })}
          />
        )}
      </Field>
      <Field label={t('console.setup.password')} fault={faultOf('password')}>
        {(tied) => (
          <PasswordInput
            {...tied}
            name="password"
            maxLength={200}
            autoComplete="new-password"
            value={form.password}
            onValue={(password) => change({ password })}
          />
        )}
      </Field>
      <Field label={t('console.setup.passwordAgain')} fault={faultOf('again')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="password"
            name="again"
            maxLength={200}
            autoComplete="new-password"
            value={form.again}
            onChange={(event) => change({ again: event.target.value })}
          />
        )}
      </Field>
      <PasswordRules form={form} />
    </>
  )
}

function PasswordRules({ form }: Pick<SetupPartProps, 'form'>) {
  const t = useT()
  const met = passwordRules(form)
  const rules = [
    [t('console.setup.rule.length', { count: minPasswordLength }), met.length],
    [t('console.setup.rule.different'), met.different],
    [t('console.setup.rule.same'), met.same],
  ] as const
  return (
    <ul className="rules">
      {rules.map(([rule, isMet]) => (
        <li className="rules__rule" data-met={isMet} key={rule}>
          {t(isMet ? 'console.setup.rule.met' : 'console.setup.rule.unmet', { rule })}
        </li>
      ))}
    </ul>
  )
}
