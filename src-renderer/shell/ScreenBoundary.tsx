import { Component, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'

interface ScreenBoundaryProps {
  readonly children: ReactNode
}

/** Keeps a screen that breaks, or whose code does not come, from taking the rest of the console with it. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenScreen /> : this.props.children
  }
}

/** The whole page is loaded anew: after an update its parts have other names. */
function BrokenScreen() {
  const t = useT()
  return (
    <div className="note note--danger" role="alert">
      <div>
        <p>{t('shell.broken')}</p>
        <p>{t('shell.brokenHint')}</p>
      </div>
      <Button onClick={() => location.reload()}>{t('shell.brokenReload')}</Button>
    </div>
  )
}
