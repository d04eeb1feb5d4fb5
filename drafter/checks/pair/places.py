"""The provinces of China, their cities, and other countries, in Chinese and as they are written in English."""

from functools import cache
from typing import Literal, NamedTuple

from drafter.checks.pair.abroad import CITIES, COUNTRIES
from drafter.language.pinyin import bare

Kind = Literal["province", "city", "country", "abroad"]

# A province, behind the colon its cities; other spellings stand behind a stroke.
_TABLE = """
北京 Beijing/Peking|上海 Shanghai|天津 Tianjin|重庆 Chongqing|香港 Hong_Kong|澳门 Macao/Macau|台湾 Taiwan
河北 Hebei: 石家庄 Shijiazhuang,唐山 Tangshan,秦皇岛 Qinhuangdao
河北 Hebei: 邯郸 Handan,邢台 Xingtai,保定 Baoding,张家口 Zhangjiakou
河北 Hebei: 承德 Chengde,沧州 Cangzhou,廊坊 Langfang,衡水 Hengshui
山西 Shanxi: 太原 Taiyuan,大同 Datong,阳泉 Yangquan,长治 Changzhi
山西 Shanxi: 晋城 Jincheng,朔州 Shuozhou,晋中 Jinzhong,运城 Yuncheng
山西 Shanxi: 忻州 Xinzhou,临汾 Linfen,吕梁 Lvliang/Luliang/Lyuliang
内蒙古 Inner_Mongolia/Neimenggu: 呼和浩特 Hohhot/Huhehaote,包头 Baotou,乌海 Wuhai,赤峰 Chifeng,通辽 Tongliao
内蒙古 Inner_Mongolia/Neimenggu: 鄂尔多斯 Ordos/Eerduosi,呼伦贝尔 Hulunbuir/Hulunbeier,巴彦淖尔 Bayannur/Bayannaoer
内蒙古 Inner_Mongolia/Neimenggu: 乌兰察布 Ulanqab/Ulanqap/Wulanchabu
辽宁 Liaoning: 沈阳 Shenyang,大连 Dalian,鞍山 Anshan,抚顺 Fushun,本溪 Benxi,丹东 Dandong,锦州 Jinzhou,营口 Yingkou
辽宁 Liaoning: 阜新 Fuxin,辽阳 Liaoyang,盘锦 Panjin,铁岭 Tieling,朝阳 Chaoyang,葫芦岛 Huludao
吉林 Jilin: 长春 Changchun,四平 Siping,辽源 Liaoyuan,通化 Tonghua
吉林 Jilin: 白山 Baishan,松原 Songyuan,白城 Baicheng,延边 Yanbian
黑龙江 Heilongjiang: 哈尔滨 Harbin/Haerbin,齐齐哈尔 Qiqihar/Qiqihaer,鸡西 Jixi
黑龙江 Heilongjiang: 鹤岗 Hegang,双鸭山 Shuangyashan,大庆 Daqing
黑龙江 Heilongjiang: 伊春 Yichun,佳木斯 Jiamusi,七台河 Qitaihe,牡丹江 Mudanjiang,黑河 Heihe,绥化 Suihua
江苏 Jiangsu: 南京 Nanjing/Nanking,无锡 Wuxi,徐州 Xuzhou,常州 Changzhou,苏州 Suzhou,南通 Nantong,连云港 Lianyungang
江苏 Jiangsu: 淮安 Huaian,盐城 Yancheng,扬州 Yangzhou,镇江 Zhenjiang,泰州 Taizhou,宿迁 Suqian
浙江 Zhejiang: 杭州 Hangzhou,宁波 Ningbo,温州 Wenzhou,嘉兴 Jiaxing,湖州 Huzhou,绍兴 Shaoxing,金华 Jinhua,衢州 Quzhou
浙江 Zhejiang: 舟山 Zhoushan,台州 Taizhou,丽水 Lishui
安徽 Anhui: 合肥 Hefei,芜湖 Wuhu,蚌埠 Bengbu,淮南 Huainan,马鞍山 Maanshan,淮北 Huaibei,铜陵 Tongling,安庆 Anqing
安徽 Anhui: 黄山 Huangshan,滁州 Chuzhou,阜阳 Fuyang,宿州 Suzhou
安徽 Anhui: 六安 Luan/Liuan,亳州 Bozhou,池州 Chizhou,宣城 Xuancheng
福建 Fujian: 福州 Fuzhou,厦门 Xiamen/Amoy,莆田 Putian,三明 Sanming,泉州 Quanzhou,漳州 Zhangzhou,南平 Nanping
福建 Fujian: 龙岩 Longyan,宁德 Ningde
江西 Jiangxi: 南昌 Nanchang,景德镇 Jingdezhen,萍乡 Pingxiang,九江 Jiujiang,新余 Xinyu,鹰潭 Yingtan,赣州 Ganzhou
江西 Jiangxi: 吉安 Jian,宜春 Yichun,抚州 Fuzhou,上饶 Shangrao
山东 Shandong: 济南 Jinan,青岛 Qingdao/Tsingtao,淄博 Zibo,枣庄 Zaozhuang,东营 Dongying,烟台 Yantai,潍坊 Weifang
山东 Shandong: 济宁 Jining,泰安 Taian,威海 Weihai,日照 Rizhao
山东 Shandong: 临沂 Linyi,德州 Dezhou,聊城 Liaocheng,滨州 Binzhou,菏泽 Heze
河南 Henan: 郑州 Zhengzhou,开封 Kaifeng,洛阳 Luoyang,平顶山 Pingdingshan
河南 Henan: 安阳 Anyang,鹤壁 Hebi,新乡 Xinxiang,焦作 Jiaozuo
河南 Henan: 濮阳 Puyang,许昌 Xuchang,漯河 Luohe,三门峡 Sanmenxia,南阳 Nanyang,商丘 Shangqiu,信阳 Xinyang,周口 Zhoukou
河南 Henan: 驻马店 Zhumadian,济源 Jiyuan
湖北 Hubei: 武汉 Wuhan,黄石 Huangshi,十堰 Shiyan,宜昌 Yichang,襄阳 Xiangyang,鄂州 Ezhou,荆门 Jingmen,孝感 Xiaogan
湖北 Hubei: 荆州 Jingzhou,黄冈 Huanggang,咸宁 Xianning,随州 Suizhou,恩施 Enshi
湖南 Hunan: 长沙 Changsha,株洲 Zhuzhou,湘潭 Xiangtan,衡阳 Hengyang
湖南 Hunan: 邵阳 Shaoyang,岳阳 Yueyang,常德 Changde,张家界 Zhangjiajie
湖南 Hunan: 益阳 Yiyang,郴州 Chenzhou,永州 Yongzhou,怀化 Huaihua,娄底 Loudi,湘西 Xiangxi
广东 Guangdong: 广州 Guangzhou/Canton,韶关 Shaoguan,深圳 Shenzhen
广东 Guangdong: 珠海 Zhuhai,汕头 Shantou,佛山 Foshan,江门 Jiangmen
广东 Guangdong: 湛江 Zhanjiang,茂名 Maoming,肇庆 Zhaoqing,惠州 Huizhou,梅州 Meizhou,汕尾 Shanwei,河源 Heyuan
广东 Guangdong: 阳江 Yangjiang,清远 Qingyuan,东莞 Dongguan,中山 Zhongshan,潮州 Chaozhou,揭阳 Jieyang,云浮 Yunfu
广西 Guangxi: 南宁 Nanning,柳州 Liuzhou,桂林 Guilin,梧州 Wuzhou,北海 Beihai,防城港 Fangchenggang,钦州 Qinzhou
广西 Guangxi: 贵港 Guigang,玉林 Yulin,百色 Baise/Bose,贺州 Hezhou,河池 Hechi,来宾 Laibin,崇左 Chongzuo
海南 Hainan: 海口 Haikou,三亚 Sanya,三沙 Sansha,儋州 Danzhou
四川 Sichuan/Szechwan: 成都 Chengdu,自贡 Zigong,攀枝花 Panzhihua,泸州 Luzhou,德阳 Deyang,绵阳 Mianyang,广元 Guangyuan
四川 Sichuan/Szechwan: 遂宁 Suining,内江 Neijiang,乐山 Leshan,南充 Nanchong,眉山 Meishan,宜宾 Yibin,广安 Guangan
四川 Sichuan/Szechwan: 达州 Dazhou,雅安 Yaan,巴中 Bazhong,资阳 Ziyang
贵州 Guizhou: 贵阳 Guiyang,六盘水 Liupanshui,遵义 Zunyi,安顺 Anshun,毕节 Bijie,铜仁 Tongren
云南 Yunnan: 昆明 Kunming,曲靖 Qujing,玉溪 Yuxi,保山 Baoshan
云南 Yunnan: 昭通 Zhaotong,丽江 Lijiang,普洱 Puer,临沧 Lincang,大理 Dali
西藏 Xizang/Tibet: 拉萨 Lhasa/Lasa,日喀则 Xigaze/Shigatse/Rikaze,昌都 Qamdo/Chamdo/Changdu,林芝 Nyingchi/Linzhi
陕西 Shaanxi: 西安 Xian,铜川 Tongchuan,宝鸡 Baoji,咸阳 Xianyang,渭南 Weinan,延安 Yanan,汉中 Hanzhong,榆林 Yulin
陕西 Shaanxi: 安康 Ankang,商洛 Shangluo
甘肃 Gansu: 兰州 Lanzhou,嘉峪关 Jiayuguan,金昌 Jinchang,白银 Baiyin
甘肃 Gansu: 天水 Tianshui,武威 Wuwei,张掖 Zhangye,平凉 Pingliang
甘肃 Gansu: 酒泉 Jiuquan,庆阳 Qingyang,定西 Dingxi,陇南 Longnan
青海 Qinghai: 西宁 Xining,海东 Haidong
宁夏 Ningxia: 银川 Yinchuan,石嘴山 Shizuishan,吴忠 Wuzhong,固原 Guyuan,中卫 Zhongwei
新疆 Xinjiang: 乌鲁木齐 Urumqi/Wulumuqi,克拉玛依 Karamay/Kelamayi,吐鲁番 Turpan/Tulufan,哈密 Hami/Kumul
"""

# Countries; what people and things of them are called counts as their name.
_COUNTRIES = """
日本 Japan/Japanese|韩国 South_Korea/Korea/Korean/Seoul|朝鲜 North_Korea/DPRK/Korea|法国 France/French/Paris
英国 Britain/British/UK/U.K./United_Kingdom/England/English/London|德国 Germany/German/Berlin
俄罗斯 Russia/Russian/Moscow|意大利 Italy/Italian|西班牙 Spain/Spanish|加拿大 Canada/Canadian|巴西 Brazil/Brazilian
阿根廷 Argentina/Argentine|南非 South_Africa|埃及 Egypt|土耳其 Turkey/Turkish/Turkiye/Türkiye|泰国 Thailand/Thai
越南 Vietnam/Viet_Nam|新加坡 Singapore|马来西亚 Malaysia|印度尼西亚 Indonesia|菲律宾 Philippines/Filipino/Philippine
缅甸 Myanmar/Burm|老挝 Laos/Lao|柬埔寨 Cambodia|巴基斯坦 Pakistan|伊朗 Iran|伊拉克 Iraq|以色列 Israel
乌克兰 Ukraine/Ukrain|波兰 Poland/Polish|瑞典 Sweden/Swedish|挪威 Norway/Norwegian|丹麦 Denmark/Danish/Dane
芬兰 Finland/Finnish/Finn|荷兰 Netherlands/Dutch/Holland|比利时 Belgium/Belgian|瑞士 Switzerland/Swiss
奥地利 Austria|希腊 Greece/Greek|葡萄牙 Portugal/Portug|澳大利亚 Australia/Aussie|新西兰 New_Zealand
墨西哥 Mexico/Mexic|智利 Chile|秘鲁 Peru|古巴 Cuba|肯尼亚 Kenya|尼日利亚 Nigeria|埃塞俄比亚 Ethiopia
哈萨克斯坦 Kazakhstan/Kazakh|乌兹别克斯坦 Uzbekistan/Uzbek|孟加拉国 Bangladesh|斯里兰卡 Sri_Lanka|尼泊尔 Nepal
沙特 Saudi_Arabia/Saudi|阿富汗 Afghanistan/Afghan|叙利亚 Syria|委内瑞拉 Venezuela|哥伦比亚 Colombia|捷克 Czech
匈牙利 Hungary/Hungar|罗马尼亚 Romania|塞尔维亚 Serbia|爱尔兰 Ireland/Irish|冰岛 Iceland
"""


class Place(NamedTuple):
    """A place.

    Attributes:
        zh: its Chinese name without the word for its kind.
        en: its usual English name.
        kind: province (the four municipalities too), city, country, or a city abroad.
        written: how it may be written in English.
        spellings: these in the shape that `bare` gives.
    """

    zh: str
    en: str
    kind: Kind
    written: tuple[str, ...]
    spellings: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """Give all places of the table, each once."""
    found: dict[str, Place] = {}
    for line in _TABLE.strip().splitlines():
        if "|" in line:
            found.update((place.zh, place) for place in (_place(row, "province") for row in line.split("|")))
            continue
        province, _, cities = line.partition(": ")
        place = _place(province, "province")
        found.setdefault(place.zh, place)
        found.update((city.zh, city) for city in (_place(row, "city") for row in cities.split(",")))
    abroad: tuple[tuple[str, Kind], ...] = ((_COUNTRIES, "country"), (COUNTRIES, "country"), (CITIES, "abroad"))
    for table, kind in abroad:
        for line in table.strip().splitlines():
            found.update((one.zh, one) for one in (_place(row, kind) for row in line.split("|")))
    return tuple(found.values())


def _place(row: str, kind: Kind) -> Place:
    zh, _, names = row.partition(" ")
    written = tuple(names.replace("_", " ").split("/"))
    return Place(zh, written[0], kind, written, tuple(map(bare, written)))
