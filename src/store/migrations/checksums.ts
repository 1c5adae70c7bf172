import type {Dialect} from '../store.ts'

/** By the id of a released migration; a test holds each to its statements. */
export const checksums: Readonly<Record<string, Readonly<Record<Dialect, string>>>> = {
  '0001': {
    sqlite: 'bfdf27a7d5dd98f1ea98b735a9a9614ee7cce4e73036ce550eda4331215cf029',
    postgres: 'e7e7ab79ec0ea4d19be082e3ae27f3de7f5f7cddc263c3e3696e1f69e98c3609',
  },
  '0002': {
    sqlite: '9317773d09cbc742f199de911589e723af7bf5d2b03ef949b672d1003ff52493',
    postgres: '157bd06d73f69407691993cffa93293d8dbab16401c8f8aa1e89883af5ed5cc5',
  },
  '0003': {
    sqlite: 'b98e35938ee13aeb2487a503958457dd1be5740d2a76cdfd62006a253c86ee02',
    postgres: 'c618dd5be9467ee6f059db96045f35918971ff76771a7c1c8ce4c4771a11eae0',
  },
  '0004': {
    sqlite: 'c3d430fcd6017f82a314d989cec55ee8c69d247e0b933eb9339d4eed7a472c81',
    postgres: '7c73dc0699eef20607952ea4b47a4a3e312451c77b43c180606e9072417ce772',
  },
  '0005': {
    sqlite: '4a9ae6b1071a4995879f3ed465097e13b4624ce3e78ddf17bc76d443b356ebf6',
    postgres: '0d5b5b4659109dce988b72288308786c6d4388e0a158849aef4a315cfe0fee4f',
  },
  '0006': {
    sqlite: 'bbdd6af468f69698f85a5d82d921f10eaa33670e30d5a4db9780163315763495',
    postgres: '636411749e1432603127be6d30deb2c95136a55eb906346a867d5809594f000e',
  },
  '0007': {
    sqlite: '594490227fdae6452a7c0e8724fc9125ba8467b9c56ee5fb896ac090dc8fcdb0',
    postgres: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
}
