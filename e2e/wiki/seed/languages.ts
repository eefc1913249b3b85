/** Pages in other scripts: where diffs, cursors, counters and directions go wrong first. */

export const LANGUAGE_PAGES: Record<string, string[]> = {
  // Japanese and Chinese have no blanks between words.
  東京の灯台: [
    '東京の灯台は、港の入口に立つ白い塔である。1869年に最初の灯がともされた。\n\n== 歴史 ==\n初代の灯台守は四十年間、毎日天気を記録した。嵐の夜には鐘を鳴らした。',
    '東京の灯台は、港の入口に立つ白い石造りの塔である。1869年に最初の灯がともされた。\n\n== 歴史 ==\n初代の灯台守は四十年間、毎日欠かさず天気を記録した。嵐の夜には鐘を鳴らし、船を導いた。\n\n== 建築 ==\n高さは二十八メートル。壁は花崗岩で、厚さは二メートルある。\n\n[[Category:Pages in other scripts]]',
  ],
  长江大桥: [
    '长江大桥位于城市的北部,连接两岸的道路。大桥于1957年通车。\n\n== 设计 ==\n全桥共有九个桥墩,每孔跨度一百二十八米。',
    '长江大桥位于城市北部,连接两岸的公路和铁路。大桥于1957年10月通车。\n\n== 设计 ==\n全桥共有八个桥墩,每孔跨度一百二十八米。桥头堡高三十五米。\n\n[[Category:Pages in other scripts]]',
  ],
  '서울 등대': ['서울 등대는 강가에 있는 하얀 탑이다. 1903년에 세워졌다.', '서울 등대는 강가에 서 있는 하얀 탑이다. 1903년에 처음 불을 밝혔다.\n\n[[Category:Pages in other scripts]]'],
  // From right to left, with numbers and Latin words that run the other way.
  'מגדלור יפו': [
    'מגדלור יפו הוא מגדלור בנמל יפו. הוא נבנה בשנת 1865.\n\n== היסטוריה ==\nהמגדלור נבנה מחדש בשנת 1936 על ידי חברת Stevenson & Sons.',
    'מגדלור יפו הוא מגדלור פעיל לשעבר בנמל יפו. הוא נבנה בשנת 1865 בידי מהנדסים צרפתים.\n\n== היסטוריה ==\nהמגדלור נבנה מחדש בשנת 1936 על ידי חברת Stevenson & Sons, וגובהו 10 מטרים.\n\n[[Category:Pages in other scripts]]',
  ],
  'منارة الإسكندرية': [
    'منارة الإسكندرية برج قديم كان في جزيرة فاروس.\n\n== التاريخ ==\nبُنيت في القرن الثالث قبل الميلاد.',
    'منارة الإسكندرية برج قديم كان قائمًا في جزيرة فاروس، وارتفاعه نحو 100 متر.\n\n== التاريخ ==\nبُنيت في القرن الثالث قبل الميلاد (280 BC) وسقطت بعد زلزال.\n\n[[Category:Pages in other scripts]]',
  ],
  // Thai has vowels above and below and no blanks; Devanagari has clusters.
  ประภาคารภูเก็ต: [
    'ประภาคารภูเก็ตตั้งอยู่บนแหลมทางใต้ของเกาะ สร้างเมื่อปี พ.ศ. 2539',
    'ประภาคารภูเก็ตตั้งอยู่บนแหลมพรหมเทพทางใต้ของเกาะ สร้างขึ้นเมื่อปี พ.ศ. 2539 เพื่อเป็นเกียรติ\n\n[[Category:Pages in other scripts]]',
  ],
  'प्रकाश स्तंभ': ['प्रकाश स्तंभ समुद्र के किनारे एक ऊँची मीनार है।', 'प्रकाश स्तंभ समुद्र के किनारे बनी एक ऊँची मीनार है, जो जहाज़ों को रास्ता दिखाती है।\n\n[[Category:Pages in other scripts]]'],
  // One character to the eye: surrogate pairs, joiners, skin tones, flags, combining accents.
  'Emoji 👩‍🚀 and friends': [
    "Families: 👨‍👩‍👧‍👦, flags: 🇳🇴🇯🇵, tones: 👍🏽, keycaps: 1️⃣, a lone 💩.\n\nComposed é, and decomposed letters keep their place: x́ŷ.\n\nMathematical: 𝒜𝓑𝔠.",
    "Families: 👨‍👩‍👧, flags: 🇳🇴🇰🇷, tones: 👍🏿, keycaps: 2️⃣, a lone 💩 and a 🎉.\n\nComposed è, and decomposed letters keep their place: x̀ŷ.\n\nMathematical: 𝒜𝓑𝔡.\n\n[[Category:Pages in other scripts]]",
  ],
};
