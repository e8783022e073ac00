extension Refusal {
    /// What a person reads: what is wrong, and what to do where that is not plain.
    public var text: Phrase {
        switch self {
        case .signatureNeeded: Phrase(en: "Sign in first: badge, then PIN.", zhHans: "请先登录：扫描工牌并输入密码。")
        case .badgeUnknown(let badge):
            Phrase(
                en: "Nobody has the badge \(badge).",
                zhHans: "无此工牌：\(badge)。")
        case .badgeRetired(let badge):
            Phrase(
                en: "The badge \(badge) is retired.",
                zhHans: "工牌 \(badge) 已停用。")
        case .badgeTaken(let badge):
            Phrase(
                en: "The badge \(badge) is somebody's already.",
                zhHans: "工牌 \(badge) 已被使用。")
        case .notAllowed(let role):
            Phrase(
                en: "The role \(role.label.en) may not record this.",
                zhHans: "\(role.label.zhHans)无权记录此项。")
        case .timeInFuture: Phrase(en: "That time lies in the future.", zhHans: "时间不能晚于现在。")
        case .reasonNeededForTime:
            Phrase(
                en: "A time this far back needs a reason.",
                zhHans: "补记时间需填写原因。")
        case .reasonNeeded: Phrase(en: "Say why.", zhHans: "请填写原因。")
        case .fieldMissing(let field): Phrase(en: "\(field) is missing.", zhHans: "缺少 \(field)。")
        case .outOfRange(let field, let allowed):
            Phrase(
                en: "\(field) must be \(allowed).",
                zhHans: "\(field) 应为 \(allowed)。")
        case .textTooLong(let field): Phrase(en: "\(field) is too long.", zhHans: "\(field) 过长。")
        case .codeUnknown(let field, let code):
            Phrase(
                en: "\(field): '\(code)' is not known.",
                zhHans: "\(field)：未知代码「\(code)」。")
        case .nothingToRecord: Phrase(en: "There is nothing new to record.", zhHans: "没有可记录的新内容。")
        case .impossible(let why):
            Phrase(
                en: "This can't follow what is recorded: \(why).",
                zhHans: "与已有记录矛盾：\(why)。")
        case .wardAlreadySetUp: Phrase(en: "The ward is set up already.", zhHans: "病区已建立。")
        case .lastAdministrator:
            Phrase(
                en: "The ward's last administrator can't be retired; add another first.",
                zhHans: "不能停用最后一名管理员，请先新增另一名。")
        case .noSuchBed(let bed): Phrase(en: "There is no bed \(bed).", zhHans: "没有 \(bed) 床。")
        case .bedExists(let bed): Phrase(en: "There is a bed \(bed) already.", zhHans: "\(bed) 床已存在。")
        case .bedOccupied(let bed, let name):
            Phrase(
                en: "Bed \(bed) is taken by \(name).",
                zhHans: "\(bed) 床已有 \(name)。")
        case .motherUnknown(let name):
            Phrase(
                en: "No mother here is known as '\(name)'.",
                zhHans: "没有找到「\(name)」的在院记录。")
        case .ambiguous(let text):
            Phrase(
                en: "'\(text)' is more than one person.",
                zhHans: "「\(text)」对应多人。")
        case .numberInUse(let number):
            Phrase(
                en: "The hospital number \(number) belongs to a mother who is here.",
                zhHans: "住院号 \(number) 已属于在院孕产妇。")
        case .alreadyAdmitted(let number):
            Phrase(
                en: "\(number) with this due date was admitted before.",
                zhHans: "\(number)（同一预产期）已入院。")
        case .labelInUse(let label):
            Phrase(
                en: "'\(label)' is taken; choose another label.",
                zhHans: "「\(label)」已被使用，请另取代称。")
        case .dueDateImplausible(let day):
            Phrase(
                en: "A due date of \(day) is not possible for a mother here now.",
                zhHans: "预产期 \(day) 不合理。")
        case .birthDateImplausible(let day):
            Phrase(
                en: "A birth date of \(day) is not possible for a mother.",
                zhHans: "出生日期 \(day) 不合理。")
        case .paraNotBelowGravida: Phrase(en: "Para must be below gravida.", zhHans: "产次应小于孕次。")
        case .notHere(let name): Phrase(en: "\(name) is not here any more.", zhHans: "\(name) 已不在科。")
        case .stillHere: Phrase(en: "She is still here.", zhHans: "仍在科。")
        case .placeChangedSince:
            Phrase(
                en: "She was moved after that time; record where she is now.",
                zhHans: "此后她已转移，请按现在的位置记录。")
        case .beforeAdmission:
            Phrase(
                en: "That lies before her admission: correct the time, or say the place.",
                zhHans: "早于入院时间，请更正时间或注明地点。")
        case .referencesDisagree:
            Phrase(
                en: "The references given belong to different people or runs.",
                zhHans: "所给标识不属于同一人或同一次记录。")
        case .sameMother: Phrase(en: "That is the same mother.", zhHans: "是同一位孕产妇。")
        case .mergeWouldMixMothers:
            Phrase(
                en: "Both are known, by number or by another name: they are two women.",
                zhHans: "双方均有住院号或姓名不同，并非同一人。")
        case .mergeWouldMixBabies:
            Phrase(
                en: "Both have babies recorded: merging would mix them up.",
                zhHans: "双方均有新生儿记录，合并会造成混淆。")
        case .bothHaveRunningClock:
            Phrase(
                en: "Both have a running clock: void the one that was started by mistake first.",
                zhHans: "双方均有计时在运行，请先作废误启动的一个。")
        case .caesareanUnknown: Phrase(en: "There is no such caesarean run.", zhHans: "没有该剖宫产记录。")
        case .caesareanAlreadyRunning(_):
            Phrase(
                en: "A clock is running for her already: joined.",
                zhHans: "她已有计时在运行，已转到该计时。")
        case .caesareanEnded(let ending):
            Phrase(
                en: "The run has ended: \(ending.label.en).",
                zhHans: "该计时已结束：\(ending.label.zhHans)。")
        case .milestoneIsDecision:
            Phrase(
                en: "The decision can only be given another time, with a reason.",
                zhHans: "决定手术只能更正时间并说明原因。")
        case .milestoneIsBirth:
            Phrase(
                en: "The delivery is recorded by the birth form.",
                zhHans: "胎儿娩出须在出生登记中记录。")
        case .milestoneNotMarked: Phrase(en: "That milestone is not marked.", zhHans: "该里程碑尚未标记。")
        case .milestoneAlreadyMarked:
            Phrase(
                en: "That milestone is marked already; to change it, give its time or say why.",
                zhHans: "该里程碑已标记；如需更改，请填写时间或原因。")
        case .milestoneBeforeDecision:
            Phrase(
                en: "That would lie before the start, or the start after a later step.",
                zhHans: "时间早于开始时间，或开始晚于后续步骤。")
        case .sameCategory: Phrase(en: "That is the category already.", zhHans: "类别未改变。")
        case .outOfOrder(let milestone):
            Phrase(
                en: "\(milestone.label.en) stands out of order: say why.",
                zhHans: "\(milestone.label.zhHans)顺序异常，请说明原因。")
        case .caesareanRuns: Phrase(en: "The clock runs still.", zhHans: "计时仍在运行。")
        case .caesareanIncomplete(let gaps): CaesareanGap.missing(gaps)
        case .babyAlreadyBorn: Phrase(en: "The baby is born already.", zhHans: "胎儿已娩出。")
        case .newbornUnknown(let name):
            Phrase(
                en: "There is no newborn '\(name)' here.",
                zhHans: "没有新生儿「\(name)」。")
        case .orderTaken(let order):
            Phrase(
                en: "Baby \(order) is recorded already.",
                zhHans: "第 \(order) 胎已登记。")
        case .orderSkipped(let expected):
            Phrase(
                en: "The next baby is number \(expected).",
                zhHans: "下一胎应为第 \(expected) 胎。")
        case .bornBeforeSibling:
            Phrase(
                en: "This baby can't be born before the one with the lower number.",
                zhHans: "出生时间不能早于前一胎。")
        case .birthBeforeDecision:
            Phrase(
                en: "A birth by this caesarean can't lie before its decision.",
                zhHans: "剖宫产娩出时间不能早于决定时间。")
        case .beforeBirth: Phrase(en: "That lies before the birth.", zhHans: "时间早于出生。")
        case .apgarInvalid:
            Phrase(
                en: "Each Apgar sign is 0, 1 or 2, and a total must be their sum.",
                zhHans: "阿氏评分各项为 0、1、2，总分须等于各项之和。")
        case .notLive: Phrase(en: "This applies to a live newborn only.", zhHans: "仅适用于活产新生儿。")
        case .notDead: Phrase(en: "This baby is alive.", zhHans: "该新生儿存活，不能转入太平间。")
        case .alreadyGone: Phrase(en: "The baby has left the hospital.", zhHans: "新生儿已离院。")
        case .bandUnknown(let code):
            Phrase(
                en: "No newborn here wears the band \(code).",
                zhHans: "没有新生儿佩戴腕带 \(code)。")
        case .bandVoid(let code):
            Phrase(
                en: "The band \(code) is void for ever.",
                zhHans: "腕带 \(code) 已永久作废。")
        case .bandInUse(let code):
            Phrase(
                en: "The code \(code) is or was somebody else's.",
                zhHans: "编码 \(code) 已被他人使用。")
        case .bandIsBadge(let code):
            Phrase(
                en: "\(code) is a staff badge, not a band.",
                zhHans: "\(code) 是工牌，不是腕带。")
        case .notABabyBand(let code):
            Phrase(
                en: "\(code) is a mother's band, not a baby's.",
                zhHans: "\(code) 是母亲腕带，不是新生儿腕带。")
        case .notAMotherBand(let code):
            Phrase(
                en: "\(code) is not a mother's band.",
                zhHans: "\(code) 不是母亲腕带。")
        case .codeUnreadable(let code):
            Phrase(
                en: "The code '\(code)' can't be read: length, space or check digit is wrong.",
                zhHans: "编码「\(code)」无法识别：长度、空格或校验位有误。")
        case .elementsFaulty(let code, let fault):
            Phrase(
                en: "The code '\(code)' can't be read: \(fault.text.en).",
                zhHans: "编码「\(code)」无法识别：\(fault.text.zhHans)。")
        case .codeNamesNobody(let code):
            Phrase(
                en: "The code \(code) is about a product: it names nobody.", zhHans: "编码 \(code) 为物品编码，不代表任何人。")
        case .codeOfOtherClass(let code, let found):
            Phrase(
                en: "The code \(code) is that of a \(found.label.en).",
                zhHans: "编码 \(code) 属于\(found.label.zhHans)。")
        case .codeAmbiguous(let code):
            Phrase(
                en: "The code \(code) fits more than one of the site's patterns: it is not certain whose it is.",
                zhHans: "编码 \(code) 符合多种本院编码规则，无法确定归属。")
        case .twoBandsAlready: Phrase(en: "The baby wears two bands already.", zhHans: "新生儿已佩戴两条腕带。")
        case .limbTaken(let limb):
            Phrase(
                en: "There is a band on the \(limb.label.en) already.",
                zhHans: "\(limb.label.zhHans)已有腕带。")
        case .secondPersonNeeded:
            Phrase(
                en: "A second person is needed, other than the first.",
                zhHans: "需要另一位工作人员。")
        case .otherBandNeeded:
            Phrase(en: "Scan the baby's other band too.", zhHans: "请同时扫描新生儿的另一条腕带。")
        case .babyBandNeeded:
            Phrase(en: "Scan a band of her baby, or say why not.", zhHans: "请扫描其新生儿的腕带，或说明原因。")
        case .identityInDoubt:
            Phrase(
                en: "STOP: it is not certain which baby this is. Find out first (k).",
                zhHans: "停：该新生儿身份存疑，须先确认身份（k）。")
        case .identityNotInDoubt:
            Phrase(en: "This baby's identity is not in doubt.", zhHans: "该新生儿身份无疑问。")
        case .rebandingNeeded:
            Phrase(
                en: "The bands were found to be wrong: two staff replace them first (b, then r; the mother's m).",
                zhHans: "腕带有误，须先由双人更换腕带（b，再 r；母亲腕带 m）。")
        case .cordClampsDisagree(let expected):
            Phrase(
                en: "Baby \(expected) bears \(expected) cord clamps: count again, or check the order.",
                zhHans: "第\(expected)胎应有 \(expected) 枚脐带夹，请重新清点或核对胎次。")
        case .motherNotHere:
            Phrase(en: "This is the story of a newborn without a mother here.", zhHans: "此为母亲不在本科的新生儿记录。")
        case .motherIsHere:
            Phrase(en: "This baby was born here, or its mother is here.", zhHans: "该新生儿在本科出生或母亲在科。")
        case .notBanded: Phrase(en: "There is no band there.", zhHans: "该处没有腕带。")
        case .motherBandNeeded:
            Phrase(
                en: "Scan the mother's band, or say why there is none.",
                zhHans: "请扫描母亲腕带，或说明原因。")
        case .giverNotCustodian(let custodian):
            Phrase(
                en: "The giver does not have the baby: the custodian is \(custodian.text.en).",
                zhHans: "交出人不是当前看护人：当前为\(custodian.text.zhHans)。")
        case .sameGiverAndReceiver:
            Phrase(
                en: "Giver and receiver must be different people.",
                zhHans: "交出人与接收人不能相同。")
        case .handoverOwed:
            Phrase(
                en: "The baby was moved and not yet handed over: hand it over first (h).",
                zhHans: "该新生儿已转移但尚未交接，请先完成交接（h）。")
        case .custodyChangedSince:
            Phrase(
                en: "Custody changed after that time; it can't be back-dated past its newest change.",
                zhHans: "此后看护已变更，不能补记到更早。")
        case .mismatch(let scanned, let belongs):
            Phrase(
                en: "STOP: scanned \(scanned), belongs \(BandCode.said(belongs).en). Nothing moved; it is recorded.",
                zhHans: "停：扫描 \(scanned)，应为 \(BandCode.said(belongs).zhHans)。未移交，已记录。")
        case .mismatchUncleared:
            Phrase(
                en: "A mismatch for this baby has not been cleared.",
                zhHans: "该新生儿有未解除的不符。")
        case .noMismatch: Phrase(en: "There is no mismatch to clear.", zhHans: "没有需要解除的不符。")
        case .placeIsDischarge:
            Phrase(
                en: "Leaving the hospital is a discharge, not a handover.",
                zhHans: "离院请使用出院登记。")
        case .noSuchAlarm: Phrase(en: "There is no such alarm now.", zhHans: "当前没有此报警。")
        case .alarmNotSnoozed:
            Phrase(
                en: "This alarm can't be put off: settle it, or acknowledge it.",
                zhHans: "此报警不可暂缓：请处理或确认。")
        case .relativeNotAuthorised(let name):
            Phrase(
                en: "The mother has not named \(name): authorise first (d, then r).",
                zhHans: "母亲未授权\(name)交接，请先登记授权（d，再 r）。")
        case .unitNeedsNurse:
            Phrase(
                en: "A unit has custody by a named nurse: scan her badge as the receiver.",
                zhHans: "病区看护须指定护士：请扫描接收护士工牌。")
        case .pinNeeded(let badge):
            Phrase(en: "\(badge) must enter the PIN for this handover.", zhHans: "\(badge) 须为本次交接输入密码。")
        case .noTransferCard: Phrase(en: "There is no transfer card yet.", zhHans: "尚无转运交接卡。")
        case .visitorUnknown(let name):
            Phrase(en: "No visitor '\(name)' is with this baby.", zhHans: "该新生儿没有探视者「\(name)」。")
        case .chargeNurseNeeded:
            Phrase(
                en: "Without the mother's band the charge nurse must be one of the two.",
                zhHans: "无母亲腕带时，两名工作人员之一须为护士长。")
        case .deadAreReleased:
            Phrase(
                en: "A child who died is given to the family in its own way (d).",
                zhHans: "逝婴请按专门流程交家属（d）。")
        case .bandNeeded: Phrase(en: "Scan the child's band.", zhHans: "请扫描腕带。")
        case .farewellNotAgreed:
            Phrase(
                en: "First record what was agreed with the family.", zhHans: "请先记录与家属商定的意见。")
        case .deathNotReported: Phrase(en: "First record to whom this was reported.", zhHans: "请先记录已向何处报告。")
        case .headCountRunning: Phrase(en: "A head count goes on already: join it.", zhHans: "清点已在进行，请加入。")
        case .noHeadCount: Phrase(en: "No head count goes on.", zhHans: "当前没有清点。")
        case .nobodyToCount: Phrase(en: "No newborn is here to be counted.", zhHans: "没有可清点的新生儿。")
        case .notInCount: Phrase(en: "This baby is not in the count.", zhHans: "此新生儿不计入清点。")
        case .countedAlready: Phrase(en: "This baby is counted already.", zhHans: "此新生儿已清点。")
        case .nobodyGoes:
            Phrase(en: "None of the scanned babies is the giver's.", zhHans: "所扫新生儿均不由交出人看护。")
        case .protocolUnknown(let id):
            Phrase(
                en: "There is no protocol '\(id)'.",
                zhHans: "没有方案「\(id)」。")
        case .checklistUnknown: Phrase(en: "There is no such run.", zhHans: "没有该次记录。")
        case .checklistAlreadyRunning(_):
            Phrase(
                en: "This list runs for her already: joined.",
                zhHans: "她的该清单已在运行，已转到该清单。")
        case .checklistSuspended:
            Phrase(
                en: "The drill is suspended for a real emergency; resume it first.",
                zhHans: "演练因真实急情中断，请先继续演练。")
        case .checklistFinished: Phrase(en: "The run is finished.", zhHans: "该次已结束。")
        case .checklistNotFinished: Phrase(en: "The run is not finished yet.", zhHans: "该次尚未结束。")
        case .stepUnknown(let id): Phrase(en: "There is no step '\(id)'.", zhHans: "没有步骤「\(id)」。")
        case .roleUnknown(let code): Phrase(en: "There is no role '\(code)'.", zhHans: "没有角色「\(code)」。")
        case .doseNeeded:
            Phrase(
                en: "A drug step needs the dose and who gave it.",
                zhHans: "用药步骤须填写剂量和给药人。")
        case .drillTouchesNoMother: Phrase(en: "A drill touches no mother.", zhHans: "演练不能涉及任何孕产妇。")
        case .stepAlreadyMarked(let step, let result):
            Phrase(
                en: "Recorded already, \(result.label.en): \(step.en).",
                zhHans: "已记录为\(result.label.zhHans)：\(step.zhHans)。")
        case .stepChangedSince(let step):
            Phrase(
                en: "Another terminal has marked this meanwhile: \(step.en). Look, then press again.",
                zhHans: "其他终端刚刚标记了：\(step.zhHans)。请核对后再按。")
        case .answerNeeded(let allowed): Phrase(en: "Say which: \(allowed).", zhHans: "请选择：\(allowed)。")
        case .fieldNotHere(let field): Phrase(en: "This does not take '\(field)'.", zhHans: "此处不记录「\(field)」。")
        case .lossTwice:
            Phrase(
                en: "Give what was added or the total, not both.", zhHans: "填写新增出血量或累计出血量，不能同时填写。")
        case .lossBelowEarlier(let before):
            Phrase(
                en:
                    "Cumulative loss was \(before) mL already and can't fall; correct the earlier entry if it was wrong.",
                zhHans: "累计出血已为 \(before) mL，不能减少；如有误请更正之前的记录。")
        case .shockIndexNeeds(let field):
            Phrase(
                en: "No shock index without \(field): give both, or neither.",
                zhHans: "缺少 \(field)，不能计算休克指数：请同时填写，或都不填。")
        case .systolicTooLow:
            Phrase(
                en: "No shock index is reckoned from a systolic pressure below 30.",
                zhHans: "收缩压低于 30，不计算休克指数。")
        case .injectGivenAlready: Phrase(en: "That surprise has come already.", zhHans: "该情景已注入。")
        case .protocolChanged(let version):
            Phrase(
                en: "Version \(version) is in force now: read it, then confirm.",
                zhHans: "现行版本为 \(version)：请阅读后再确认。")
        case .findingUnknown: Phrase(en: "There is no such finding.", zhHans: "没有该项发现。")
        case .findingClosed: Phrase(en: "The finding is closed already.", zhHans: "该项已关闭。")
        case .dueDayPast(let day): Phrase(en: "\(day) is over already.", zhHans: "期限 \(day) 已过。")
        case .beforeOpening: Phrase(en: "That lies before it was opened.", zhHans: "时间早于登记时间。")
        case .kitUnknown(let id):
            Phrase(en: "There is no cart or area '\(id)'.", zhHans: "没有急救车或区域「\(id)」。")
        case .kitCheckUnknown: Phrase(en: "There is no such check going.", zhHans: "没有正在进行的该次清点。")
        case .kitCheckGoing:
            Phrase(en: "A check of it is going already: go on with that one.", zhHans: "该处正在清点，请继续该次清点。")
        case .restockWaits:
            Phrase(
                en: "It was used before and waits to be restocked already.", zhHans: "该处此前已动用，正待补充。")
        case .kitNeverSealed:
            Phrase(
                en: "No full check has put a seal on: do the full check.", zhHans: "尚无全面清点登记的封条，请先全面清点。")
        case .gapNotInOrder:
            Phrase(
                en: "Too few, expired or without battery is a gap, not in order.", zhHans: "数量不足、过期或电池无效即为缺失，不能记为完好。")
        case .entryUnknown: Phrase(en: "There is no such entry.", zhHans: "没有该条记录。")
        case .entryAlreadyStruck: Phrase(en: "The entry is struck out already.", zhHans: "该条记录已作废。")
        case .notYourEntry:
            Phrase(
                en: "Only who recorded it, or a charge nurse or doctor, may correct it.",
                zhHans: "只有记录者本人、护士长或医生可以更正。")
        case .notCorrectable:
            Phrase(
                en: "Entries of this kind can't be corrected; record what is true now.",
                zhHans: "此类记录不能更正，请另行记录。")
        case .correctionImpossible(let entry):
            Phrase(
                en: "The correction would make a later entry impossible: \(entry).",
                zhHans: "更正后与后续记录矛盾：\(entry)。")
        case .nothingUnsigned: Phrase(en: "Nothing waits for a signature.", zhHans: "没有待签名的记录。")
        }
    }
}
