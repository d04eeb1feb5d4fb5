"""Cities of other countries and countries beyond the nearer ones, in Chinese and as they are written in English."""

from typing import Final

CITIES: Final = """
东京 Tokyo|大阪 Osaka|京都 Kyoto|横滨 Yokohama|名古屋 Nagoya|神户 Kobe|福冈 Fukuoka|札幌 Sapporo|首尔 Seoul
釜山 Busan|平壤 Pyongyang|曼谷 Bangkok|河内 Hanoi|胡志明市 Ho_Chi_Minh|雅加达 Jakarta|马尼拉 Manila
吉隆坡 Kuala_Lumpur|金边 Phnom_Penh|万象 Vientiane|仰光 Yangon/Rangoon|新德里 New_Delhi/Delhi|孟买 Mumbai/Bombay
达卡 Dhaka|加德满都 Kathmandu|伊斯兰堡 Islamabad|喀布尔 Kabul|德黑兰 Tehran|巴格达 Baghdad|大马士革 Damascus
耶路撒冷 Jerusalem|迪拜 Dubai|利雅得 Riyadh|多哈 Doha|安卡拉 Ankara|伊斯坦布尔 Istanbul|开罗 Cairo|内罗毕 Nairobi
约翰内斯堡 Johannesburg|开普敦 Cape_Town|拉各斯 Lagos|亚的斯亚贝巴 Addis_Ababa|莫斯科 Moscow
圣彼得堡 St_Petersburg/Saint_Petersburg|基辅 Kyiv/Kiev|华沙 Warsaw|布拉格 Prague|布达佩斯 Budapest|维也纳 Vienna
柏林 Berlin|慕尼黑 Munich|法兰克福 Frankfurt|汉堡 Hamburg|巴黎 Paris|里昂 Lyon|马赛 Marseille|伦敦 London
曼彻斯特 Manchester|利物浦 Liverpool|爱丁堡 Edinburgh|都柏林 Dublin|罗马 Rome|米兰 Milan|威尼斯 Venice
那不勒斯 Naples|马德里 Madrid|巴塞罗那 Barcelona|里斯本 Lisbon|布鲁塞尔 Brussels|阿姆斯特丹 Amsterdam
鹿特丹 Rotterdam|海牙 The_Hague/Hague|日内瓦 Geneva|苏黎世 Zurich|斯德哥尔摩 Stockholm|奥斯陆 Oslo
哥本哈根 Copenhagen|赫尔辛基 Helsinki|雅典 Athens|纽约 New_York|洛杉矶 Los_Angeles|芝加哥 Chicago
旧金山 San_Francisco|西雅图 Seattle|波士顿 Boston|休斯敦 Houston|费城 Philadelphia|迈阿密 Miami|达拉斯 Dallas
亚特兰大 Atlanta|底特律 Detroit|拉斯维加斯 Las_Vegas|渥太华 Ottawa|多伦多 Toronto|温哥华 Vancouver|蒙特利尔 Montreal
墨西哥城 Mexico_City|里约热内卢 Rio_de_Janeiro|圣保罗 Sao_Paulo/São_Paulo|布宜诺斯艾利斯 Buenos_Aires|利马 Lima
悉尼 Sydney|墨尔本 Melbourne|堪培拉 Canberra|布里斯班 Brisbane|奥克兰 Auckland
"""
"""Cities that nothing else is named after in both languages."""

COUNTRIES: Final = """
印度 India|美国 United_States/U.S./US/USA/America/American/Washington|蒙古国 Mongolia|文莱 Brunei
东帝汶 Timor-Leste/East_Timor|马尔代夫 Maldives|不丹 Bhutan|约旦 Jordan|黎巴嫩 Lebanon/Lebanese|科威特 Kuwait
卡塔尔 Qatar|阿联酋 UAE/Emirates|阿曼 Oman|也门 Yemen|巴林 Bahrain|巴勒斯坦 Palestine/Palestin|塞浦路斯 Cyprus
格鲁吉亚 Georgia|亚美尼亚 Armenia|阿塞拜疆 Azerbaijan|塔吉克斯坦 Tajikistan/Tajik|吉尔吉斯斯坦 Kyrgyzstan/Kyrgyz
土库曼斯坦 Turkmenistan/Turkmen|白俄罗斯 Belarus|摩尔多瓦 Moldova|立陶宛 Lithuania|拉脱维亚 Latvia|爱沙尼亚 Estonia
保加利亚 Bulgaria|克罗地亚 Croatia|斯洛文尼亚 Slovenia|斯洛伐克 Slovakia|波黑 Bosnia|阿尔巴尼亚 Albania
卢森堡 Luxembourg/Luxemb|马耳他 Malta|摩洛哥 Morocco/Morocc|阿尔及利亚 Algeria|突尼斯 Tunisia|利比亚 Libya
苏丹 Sudan|加纳 Ghana|坦桑尼亚 Tanzania|乌干达 Uganda|卢旺达 Rwanda|赞比亚 Zambia|津巴布韦 Zimbabwe
莫桑比克 Mozambique|安哥拉 Angola|喀麦隆 Cameroon|塞内加尔 Senegal|马达加斯加 Madagascar|索马里 Somalia/Somali
博茨瓦纳 Botswana|纳米比亚 Namibia|厄瓜多尔 Ecuador|玻利维亚 Bolivia|巴拉圭 Paraguay|乌拉圭 Uruguay/Urugua
巴拿马 Panama|哥斯达黎加 Costa_Rica|牙买加 Jamaica|斐济 Fiji|巴布亚新几内亚 Papua_New_Guinea
"""
