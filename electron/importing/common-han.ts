/**
 * The characters Chinese texts are mostly made of, simplified and traditional. A wrong decoder turns text into
 * characters that are hardly ever written, so the share of these tells the right decoding from the wrong one.
 */
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞政协提案界别街道社区履职协商';
const TRADITIONAL =
  '這為個國時來們會發動過說產種後學經進著電裡現實體機當業應開還與關線內數樣間質氣變條沒結問無軍題黨員總設長頭資邊級圖統較將組見計別論運農幾區強戰則處隊給門規熱領東導壓爭濟階極聯認權證單風帶場車務萬達積議聲報鬥類離華確張馬節話許廣記織裝書須際驗連斷難礦眾復眼兒劃選標寫親養專狀廠識適屬圓滿調縣參紅細聽鐵價嚴龍飛委員協商辦團歷傳灣臺灣請讓從術據麼嗎兩點對於歡樂愛號';

const COMMON: ReadonlySet<string> = new Set(SIMPLIFIED + TRADITIONAL);
const PUNCTUATION: ReadonlySet<string> = new Set('，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　');

/** Share, from 0 to 1, of the non-ASCII characters of `text` that Chinese texts are commonly made of. */
export function commonShare(text: string): number {
  let common = 0;
  let all = 0;
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) continue;
    all++;
    if (COMMON.has(character) || PUNCTUATION.has(character)) common++;
  }
  return all === 0 ? 0 : common / all;
}
