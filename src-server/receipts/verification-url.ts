/** Where whoever holds a receipt asks whether it is genuine. @param page the kiosk's page, with a slash at the end */
export function verificationUrl(page: string, verifyCode: string): string {
  return `${page}#/receipt/${verifyCode}`
}
