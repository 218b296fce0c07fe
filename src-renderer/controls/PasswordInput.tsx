import { useState, type InputHTMLAttributes, type Ref } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'

interface PasswordInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'onChange'> {
  readonly ref?: Ref<HTMLInputElement>
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A password that can be looked at, which spares more mistakes than hiding it at one's own desk prevents. */
export function PasswordInput({ ref, onValue, ...rest }: PasswordInputProps) {
  const t = useT()
  const [shown, setShown] = useState(false)
  return (
    <div className="password">
      <input
        {...rest}
        ref={ref}
        className="input"
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onValue(event.target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <span>{t('console.signIn.show')}</span>
      </label>
    </div>
  )
}
