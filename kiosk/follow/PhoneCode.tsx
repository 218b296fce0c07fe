import { QrCode } from './QrCode.tsx'

interface PhoneCodeProps {
  readonly title: string
  readonly words: string
  /** What the code says. */
  readonly text: string
}

/** A code to scan with a phone, and what it is good for. */
export function PhoneCode({ title, words, text }: PhoneCodeProps) {
  return (
    <section className="code">
      <QrCode text={text} name={title} />
      <div className="code__words">
        <h2 className="code__title">{title}</h2>
        <p>{words}</p>
      </div>
    </section>
  )
}
