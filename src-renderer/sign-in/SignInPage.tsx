import { useEffect } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Gate } from './Gate.tsx'
import { SignInForm } from './SignInForm.tsx'

export function SignInPage({ left }: { left: boolean }) {
  const t = useT()
  useEffect(() => {
    document.title = t('console.title', { screen: t('console.signIn.title'), site: t('console.product') })
  }, [t])
  return (
    <Gate>
      <h1>{t('console.signIn.title')}</h1>
      {left && (
        <p className="note note--ok" role="status">
          {t('console.signIn.left')}
        </p>
      )}
      <SignInForm />
    </Gate>
  )
}
