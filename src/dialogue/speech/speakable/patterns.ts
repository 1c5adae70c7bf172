export const emailPattern = /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

export const domainPattern =
  /(?<![A-Za-zА-Яа-яЁё0-9@.-])(?:[a-zа-я0-9-]{1,63}\.){1,4}(?:ru|com|net|org|рф|su|by|kz|ua|io|info|online|shop|store)(?![A-Za-zА-Яа-яЁё0-9])(?:\/\S*)?/gi

/** With a country code or trunk prefix, 3-3-2-2 however it is separated, or a local 3-2-2. */
export const phonePattern =
  /(?<![\p{L}\p{N}.,])(?:\+\d{1,3}[\s(-]*\d{2,4}[\s)-]*\d{2,3}(?:[\s-]?\d{2,4}){1,3}|[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}|\d{3}-\d{2}-\d{2})(?!\d)/gu
