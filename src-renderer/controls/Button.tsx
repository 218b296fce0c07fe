import type { ButtonHTMLAttributes, Ref } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `primary` is the one next action of a screen or dialog. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** Something was sent and its answer is awaited. */
  readonly busy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', busy = false, type = 'button', onClick, children, ...rest }: ButtonProps) {
  const t = useT()
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- it is one of the three, and `button` unless asked
      type={type}
      className={`button button--${look}`}
      aria-busy={busy}
      // Not `disabled`: a button that goes dead under the finger drops the keyboard's focus.
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy || rest['aria-disabled'] === true ? refuse : onClick}
    >
      {children}
      {busy && (
        <span className="button__busy" role="status">
          <span className="visually-hidden">{t('console.working')}</span>
        </span>
      )}
    </button>
  )
}

/** Keeps a form from being sent by a button that is waiting. */
function refuse(event: React.MouseEvent) {
  event.preventDefault()
}
