import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Token} from '../../nlu/types.ts'

/** What a text denies: of each negation the word behind it, of which a paraphrase may neither lose nor add one. */
export const deniedIn = (text: string): readonly (readonly string[])[] => deniedAmong(tokenize(withoutIdioms(text)))

function deniedAmong(tokens: readonly Token[]): string[][] {
  return tokens.flatMap(({text}, at) => {
    if (!negators.test(text)) return []
    const next = tokens.slice(at + 1).find((token) => token.text.length > 2)
    return [[...(next ? stemKeys(next.text) : []), text]]
  })
}

/** Both deny the same, in whatever order. */
export function deniesSame(one: string, other: string): boolean {
  const [a, b] = [deniedIn(one), deniedIn(other)]
  return a.length === b.length && a.every((keys) => b.some((others) => others.some((key) => keys.includes(key))))
}

export const isNegator = ({text}: Token): boolean => negators.test(text)

const negators =
  /^(?:не|нет|нету|ни|без|нельзя|никогда|никто|никак\p{L}*|ничего|нигде|невозможно|вовсе|кроме|not|no|never|none|nobody|nothing|without|cannot|neither|nor|except|unless|hardly|\p{L}+n't)$/u

/** Polite forms that deny nothing: «не подскажете ли», "if you don't mind". */
const withoutIdioms = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replaceAll(idioms, ' ')

const idioms =
  /не (?:подскажете|скажете|назовете|напомните|уточните|продиктуете|могли бы|против)|если (?:вам |вас )?не (?:сложно|трудно|затруднит)|(?:if you )?don't mind|(?:could|would|can)n't you|why don't you/g
