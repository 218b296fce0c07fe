import { useEffect, useRef } from 'react'

interface QrImageProps {
  /** As the server drew it. */
  readonly svg: string
  /** CSS pixels. */
  readonly size: number
  readonly alt: string
  readonly className: string
}

/** The server's SVG as an image of its own: nothing of it becomes part of the page. */
export function QrImage({ svg, size, alt, className }: QrImageProps) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    if (image.current !== null) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [svg])
  return <img className={className} ref={image} width={size} height={size} alt={alt} />
}
