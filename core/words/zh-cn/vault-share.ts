/** Share files and one person's data. */
export const vaultShare = {
  "vault.age.foreign": "这个文件不是用 age 加密的，请另选文件。",
  "vault.age.key": "这个文件是用密钥加密的，不是用密码。请先用原来的工具解密，再在这里打开。",
  "vault.age.newer": "这个文件由更新版本的 age 加密。请先升级九宫，或用对方的工具解密后再打开。",
  "vault.age.too-much-work": "这个文件校验密码所需的计算量大得不正常，没有打开。",
  "vault.age.wrong-passphrase":
    "密码打不开这个文件。请检查大小写、空格和输入法；如果确定密码没错，那是文件开头损坏了，请对方重新发一份。",
  "vault.age.damaged": "加密文件已损坏或不完整，没有打开任何内容。请对方重新发一份。",
} as const;
