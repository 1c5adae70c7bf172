import {existsSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {megabyte, readFileWithin} from '../bounded-read.ts'
import type {DialogueMode} from '../call/call.ts'
import {llmConfigured, llmSettingsFor, type WantedModel} from '../config/llm.ts'
import {AppError} from '../errors.ts'
import {createDialogueModel} from '../dialogue/conversation/model.ts'
import {createLlm} from '../providers/llm/create-llm.ts'
import type {Llm} from '../providers/llm/port.ts'
import {type FileModels, modelRunner, type ModelRunnerDeps} from '../scenario-test/llm/model-runner.ts'
import {recordingLlm, replayingLlm} from '../scenario-test/llm/recorded-llm.ts'
import {type Recording, recordingOf, type Replies, repliesFile} from '../scenario-test/llm/recording.ts'
import type {TestedBot} from '../scenario-test/load-tested-bot.ts'
import type {ModelRunner} from '../scenario-test/run/run-suite.ts'
import {basePrompt} from '../skillbase/prompt/base-prompt.ts'
import {systemPrompt} from '../skillbase/prompt/system-prompt.ts'
import type {Deps} from './deps.ts'

export interface ModelTestOptions {
  readonly mode: Exclude<DialogueMode, 'off'>
  readonly record: boolean
  /** Every case of the files is run, so what was recorded and is not asked any more can go. */
  readonly whole: boolean
  readonly files: readonly {readonly path: string; readonly name: string}[]
}

export interface ModelTests {
  readonly runner: ModelRunner
  /** Writes what was recorded. */
  save(): Promise<void>
}

/**
 * Tests with the configured model; without one, with the replies that were recorded beside each test file.
 * @throws AppError LLM_KEY_MISSING when there is nothing to record from; LLM_NOT_CONFIGURED when there is neither a model nor a recording:
 * a run that skips everything must not look like one that passed
 */
export async function modelTests({mode, record, whole, files}: ModelTestOptions, deps: Deps): Promise<ModelTests> {
  const config = await deps.config()
  const isLive = llmConfigured(config)
  if (record && !isLive) throw nothingToRecord()
  const llmFor = async (wanted: WantedModel): Promise<Llm> => (await createLlm({...llmSettingsFor(config, wanted), clock: deps.clock}))!
  const paths = new Map(files.map(({path, name}) => [name, path]))
  const recordings = new Map<string, Recording>()

  const recordingFor = async (name: string): Promise<Recording> => {
    const known = recordings.get(name) ?? recordingOf(await readReplies(repliesFile(paths.get(name)!)))
    recordings.set(name, known)
    return known
  }

  if (!isLive && (await all(files, async ({name}) => (await recordingFor(name)).isEmpty))) throw nothingToRun(mode)

  const modelsOf = async (name: string): Promise<FileModels | undefined> => {
    const recording = await recordingFor(name)
    if (!isLive)
      return recording.isEmpty
        ? undefined
        : {
            isLive: false,
            llm: async () => replayingLlm(recording),
            get missed() {
              return recording.missed
            },
          }
    return {isLive: true, missed: 0, llm: async (wanted) => (record ? recordingLlm(await llmFor(wanted), recording) : llmFor(wanted))}
  }

  return {
    runner: modelRunner({
      mode,
      modelsOf,
      modelDeadlineMs: config.llm.turnMs,
      dialogueModel: modelFor(config, await basePrompt(config.prompt.baseFile)),
    }),
    async save() {
      if (!record) return
      for (const [name, recording] of recordings)
        await writeFile(repliesFile(paths.get(name)!), `${JSON.stringify({version: 1, replies: recording.replies(whole)}, undefined, 2)}\n`)
    },
  }
}

const modelFor =
  (
    {llm: {temperature}}: Awaited<ReturnType<Deps['config']>>,
    base: Awaited<ReturnType<typeof basePrompt>>,
  ): ModelRunnerDeps['dialogueModel'] =>
  async ({skillbase, scenario}: TestedBot, llm: Llm) =>
    createDialogueModel({
      llm,
      skillbase,
      scenario,
      prompt: (lang) => systemPrompt(skillbase, {lang, base: base[lang]}),
      temperature: skillbase.flow.llm?.temperature ?? skillbase.llm?.temperature ?? temperature,
    })

/** Bytes of recorded replies: some kilobytes a turn. */
const most = 64 * megabyte

async function readReplies(path: string): Promise<Replies> {
  if (!existsSync(path)) return {}
  try {
    const file = JSON.parse((await readFileWithin(path, most)).toString()) as {readonly version?: unknown; readonly replies?: Replies}
    if (file.version === 1 && typeof file.replies === 'object') return file.replies
  } catch (error) {
    if (error instanceof AppError) throw error
    // Told below.
  }
  throw new AppError(
    'REPLIES_INVALID',
    {en: `${path} holds no recorded replies.`, ru: `В ${path} нет записанных ответов.`},
    {exit: 'usage', hint: {en: 'Record them again with `--record`.', ru: 'Запишите заново с `--record`.'}},
  )
}

async function all<Item>(items: readonly Item[], holds: (item: Item) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false
  return true
}

const nothingToRun = (mode: string) =>
  new AppError(
    'LLM_NOT_CONFIGURED',
    {
      en: `--llm ${mode} needs a language model or recorded replies, and there are neither.`,
      ru: `С --llm ${mode} нужна языковая модель или записанные ответы, а их нет.`,
    },
    {
      exit: 'usage',
      hint: {
        en: 'Set a key with `voicectl config set llm.apiKey --stdin`, or leave --llm out: the tests then run by rules alone.',
        ru: 'Задайте ключ: `voicectl config set llm.apiKey --stdin`, или уберите --llm: тогда тесты идут только по правилам.',
      },
    },
  )

const nothingToRecord = () =>
  new AppError(
    'LLM_KEY_MISSING',
    {en: 'There is no language model to record.', ru: 'Нет языковой модели, ответы которой можно записать.'},
    {
      exit: 'usage',
      hint: {en: 'Set its key: `voicectl config set llm.apiKey --stdin`.', ru: 'Задайте ключ: `voicectl config set llm.apiKey --stdin`.'},
    },
  )
