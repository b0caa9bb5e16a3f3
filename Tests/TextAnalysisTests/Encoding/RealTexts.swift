/// Texts written for these tests, each in an encoding that its language was written in.
enum RealTexts {
    /// Label, language, text, and its bytes in Base64.
    static let all: [(label: String, language: String, text: String, base64: String)] = [
        (
            "windows-1250", "cs",
            """
            Příliš žluťoučký tisk zůstal na dvoře celou noc a ráno byly archy vlhké. Sazeč řekl, že \
            písmo vydrží, ale že papír se musí usušit dřív, než přijde kůň s vozem a odveze všechno \
            do města.
            """,
            """
            UPjtbGmaIJ5sdZ1vdehr/SB0aXNrIHr5c3RhbCBuYSBkdm/4ZSBjZWxvdSBub2MgYSBy4W5vIGJ5bHkgYXJjaHkgdmxoa+ku
            IFNhemXoIPhla2wsIJ5lIHDtc21vIHZ5ZHKe7SwgYWxlIJ5lIHBhcO1yIHNlIG11c+0gdXN1mml0IGT47XYsIG5lniBw+Glq
            ZGUga/nyIHMgdm96ZW0gYSBvZHZlemUgdpplY2hubyBkbyBt7HN0YS4=
            """
        ),
        (
            "windows-1250", "pl",
            """
            Prasa drukarska stała na podwórzu, gdzie światło było dobre, a pierwsze arkusze zeszły z\
             niej przed południem. Zecer mówił, że źle złożył dwie strony, więc chłopcy musieli zdją\
            ć je jeszcze raz z kamienia.
            """,
            """
            UHJhc2EgZHJ1a2Fyc2thIHN0YbNhIG5hIHBvZHfzcnp1LCBnZHppZSCcd2lhdLNvIGJ5s28gZG9icmUsIGEgcGllcndzemUg
            YXJrdXN6ZSB6ZXN6s3kgeiBuaWVqIHByemVkIHBvs3VkbmllbS4gWmVjZXIgbfN3abMsIL9lIJ9sZSB6s2+/ebMgZHdpZSBz
            dHJvbnksIHdp6mMgY2izb3BjeSBtdXNpZWxpIHpkarnmIGplIGplc3pjemUgcmF6IHoga2FtaWVuaWEu
            """
        ),
        (
            "iso-8859-2", "hu",
            """
            A nyomdagép az udvaron állt, ahol jó volt a fény, és az első ívek már dél előtt elkészül\
            tek. A szedő azt mondta, hogy két oldalt rosszul tördelt, ezért újra le kellett venni ők\
            et a kőről.
            """,
            """
            QSBueW9tZGFn6XAgYXogdWR2YXJvbiDhbGx0LCBhaG9sIGrzIHZvbHQgYSBm6W55LCDpcyBheiBlbHP1IO12ZWsgbeFyIGTp
            bCBlbPV0dCBlbGvpc3r8bHRlay4gQSBzemVk9SBhenQgbW9uZHRhLCBob2d5IGvpdCBvbGRhbHQgcm9zc3p1bCB09nJkZWx0
            LCBleulydCD6anJhIGxlIGtlbGxldHQgdmVubmkg9WtldCBhIGv1cvVsLg==
            """
        ),
        (
            "iso-8859-2", "cs",
            """
            Příliš žluťoučký tisk zůstal na dvoře celou noc a ráno byly archy vlhké. Sazeč řekl, že \
            písmo vydrží, ale že papír se musí usušit dřív, než přijde kůň s vozem a odveze všechno \
            do města.
            """,
            """
            UPjtbGm5IL5sdbtvdehr/SB0aXNrIHr5c3RhbCBuYSBkdm/4ZSBjZWxvdSBub2MgYSBy4W5vIGJ5bHkgYXJjaHkgdmxoa+ku
            IFNhemXoIPhla2wsIL5lIHDtc21vIHZ5ZHK+7SwgYWxlIL5lIHBhcO1yIHNlIG11c+0gdXN1uWl0IGT47XYsIG5lviBw+Glq
            ZGUga/nyIHMgdm96ZW0gYSBvZHZlemUgdrllY2hubyBkbyBt7HN0YS4=
            """
        ),
        (
            "iso-8859-3", "mt",
            """
            Il-magna tal-istampar kienet fil-bitħa, fejn id-dawl kien tajjeb, u l-ewwel folji ħarġu \
            qabel nofsinhar. Il-kompożitur qal li żewġ paġni ma kinux tqegħdu sewwa.
            """,
            """
            SWwtbWFnbmEgdGFsLWlzdGFtcGFyIGtpZW5ldCBmaWwtYml0sWEsIGZlam4gaWQtZGF3bCBraWVuIHRhamplYiwgdSBsLWV3
            d2VsIGZvbGppILFhcvV1IHFhYmVsIG5vZnNpbmhhci4gSWwta29tcG+/aXR1ciBxYWwgbGkgv2V39SBwYfVuaSBtYSBraW51
            eCB0cWVnsWR1IHNld3dhLg==
            """
        ),
        (
            "iso-8859-4", "lt",
            """
            Spausdinimo mašina stovėjo kieme, kur buvo gera šviesa, ir pirmieji lapai išėjo iš jos d\
            ar prieš vidurdienį. Raidžių rinkėjas sakė, kad du puslapiai sudėti blogai, todėl berniu\
            kai turėjo juos dar kartą nuimti nuo akmens.
            """,
            """
            U3BhdXNkaW5pbW8gbWG5aW5hIHN0b3bsam8ga2llbWUsIGt1ciBidXZvIGdlcmEguXZpZXNhLCBpciBwaXJtaWVqaSBsYXBh
            aSBpuexqbyBpuSBqb3MgZGFyIHByaWW5IHZpZHVyZGllbucuIFJhaWS+afkgcmlua+xqYXMgc2Fr7Cwga2FkIGR1IHB1c2xh
            cGlhaSBzdWTsdGkgYmxvZ2FpLCB0b2TsbCBiZXJuaXVrYWkgdHVy7GpvIGp1b3MgZGFyIGthcnSxIG51aW10aSBudW8gYWtt
            ZW5zLg==
            """
        ),
        (
            "windows-1251", "ru",
            """
            Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещ\
            ё до полудня. Наборщик сказал, что две страницы свёрстаны плохо и что их придётся снять \
            с камня ещё раз.
            """,
            """
            z+X34PLt++kg8fLg7e7qIO/u8fLg4ujr6CDi7iDk4u7w5Swg4+TlIOH76yD17vDu+OjpIPHi5fIsIOgg7+Xw4vvlIOvo8fL7
            IPHu+OvoIPEg7eXj7iDl+bgg5O4g7+7r8+Tt/y4gzeDh7vD56Oog8erg5+DrLCD38u4g5OLlIPHy8ODt6Pb7IPHiuPDx8uDt
            +yDv6+717iDoIPfy7iDo9SDv8OjkuPLx/yDx7f/y/CDxIOrg7O3/IOX5uCDw4Ocu
            """
        ),
        (
            "windows-1251", "uk",
            """
            Друкарський верстат поставили на подвір’ї, де було добре світло, і перші аркуші зійшли з\
             нього ще до полудня. Складач сказав, що їх дві сторінки зверстано погано, тож ґанок зно\
            ву заставили шрифтом.
            """,
            """
            xPDz6uDw8fzq6Okg4uXw8fLg8iDv7vHy4OLo6+gg7eAg7+7k4rPwkr8sIOTlIOHz6+4g5O7h8OUg8eKz8uvuLCCzIO/l8Piz
            IODw6vP4syDns+n46+gg5yDt/O7j7iD55SDk7iDv7uvz5O3/LiDR6uvg5OD3IPHq4Ofg4iwg+e4gv/Ug5OKzIPHy7vCz7ero
            IOfi5fDx8uDt7iDv7uPg7e4sIPLu5iC04O3u6iDn7e7i8yDn4PHy4OLo6+gg+PDo9PLu7C4=
            """
        ),
        (
            "windows-1251", "bg",
            """
            Печатната машина стоеше на двора, където светлината беше добра, и първите листове излязо\
            ха от нея още преди обяд. Словослагателят каза, че две страници са подредени лошо и тряб\
            ва да се свалят отново.
            """,
            """
            z+X34PLt4PLgIOzg+Ojt4CDx8u7l+OUg7eAg5OLu8OAsIOr65OXy7iDx4uXy6+jt4PLgIOHl+OUg5O7h8OAsIOgg7/rw4ujy
            5SDr6PHy7uLlIOjn6//n7vXgIO7yIO3l/yDu+eUg7/Dl5Ogg7uH/5C4g0evu4u7x6+Dj4PLl6//yIOrg5+AsIPflIOTi5SDx
            8vDg7ej26CDx4CDv7uTw5eTl7egg6+747iDoIPLw/+Hi4CDk4CDx5SDx4uDr//Ig7vLt7uLuLg==
            """
        ),
        (
            "iso-8859-5", "ru",
            """
            Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещ\
            ё до полудня. Наборщик сказал, что две страницы свёрстаны плохо и что их придётся снять \
            с камня ещё раз.
            """,
            """
            v9Xn0OLd69kg4eLQ3d7aIN/e4eLQ0tjb2CDS3iDU0t7g1Swg09TVINHr2yDl3uDe6NjZIOHS1eIsINgg39Xg0uvVINvY4eLr
            IOHe6NvYIOEg3dXT3iDV6fEg1N4g397b49Td7y4gvdDR3uDp2Nog4drQ19DbLCDn4t4g1NLVIOHi4NDd2ObrIOHS8eDh4tDd
            6yDf297l3iDYIOfi3iDY5SDf4NjU8eLh7yDh3e/i7CDhINrQ3N3vINXp8SDg0Ncu
            """
        ),
        (
            "koi8-r", "ru",
            """
            Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещ\
            ё до полудня. Наборщик сказал, что две страницы свёрстаны плохо и что их придётся снять \
            с камня ещё раз.
            """,
            """
            8MXewdTO2cog09TBzs/LINDP09TB18nMySDXzyDE18/SxSwgx8TFIMLZzCDIz9LP28nKINPXxdQsIMkg0MXS19nFIMzJ09TZ
            INPP28zJINMgzsXHzyDF3aMgxM8g0M/M1cTO0S4g7sHCz9Ldycsg08vB2sHMLCDe1M8gxNfFINPU0sHOycPZINPXo9LT1MHO
            2SDQzM/IzyDJIN7UzyDJyCDQ0snEo9TT0SDTztHU2CDTIMvBzc7RIMXdoyDSwdou
            """
        ),
        (
            "koi8-u", "uk",
            """
            Друкарський верстат поставили на подвір'ї, де було добре світло, і перші аркуші зійшли з\
             нього ще до полудня. Складач сказав, що їх дві сторінки зверстано погано, тож ґанок зно\
            ву заставили шрифтом.
            """,
            """
            5NLVy8HS09jLycog18XS09TB1CDQz9PUwdfJzMkgzsEg0M/E16bSJ6csIMTFIMLVzM8gxM/C0sUg09em1MzPLCCmINDF0tum
            IMHSy9XbpiDapsrbzMkg2iDO2M/HzyDdxSDEzyDQz8zVxM7RLiDzy8zBxMHeINPLwdrB1ywg3c8gp8ggxNemINPUz9KmzsvJ
            INrXxdLT1MHOzyDQz8fBzs8sINTP1iCtwc7PyyDazs/X1SDawdPUwdfJzMkg29LJxtTPzS4=
            """
        ),
        (
            "ibm866", "ru",
            """
            Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещ\
            ё до полудня. Наборщик сказал, что две страницы свёрстаны плохо и что их придётся снять \
            с камня ещё раз.
            """,
            """
            j6XnoOKt66kg4eKgra6qIK+u4eKgoqirqCCiriCkoq7gpSwgo6SlIKHrqyDlruCu6KipIOGipeIsIKggr6XgouulIKuo4eLr
            IOGu6KuoIOEgraWjriCl6fEgpK4gr66r46St7y4gjaChruDpqKog4aqgp6CrLCDn4q4gpKKlIOHi4KCtqObrIOGi8eDh4qCt
            6yCvq67lriCoIOfiriCo5SCv4Kik8eLh7yDhre/i7CDhIKqgrK3vIKXp8SDgoKcu
            """
        ),
        (
            "x-mac-cyrillic", "ru",
            """
            Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещ\
            ё до полудня. Наборщик сказал, что две страницы свёрстаны плохо и что их придётся снять \
            с камня ещё раз.
            """,
            """
            j+X34PLt++kg8fLg7e7qIO/u8fLg4ujr6CDi7iDk4u7w5Swg4+TlIOH76yD17vDu+OjpIPHi5fIsIOgg7+Xw4vvlIOvo8fL7
            IPHu+OvoIPEg7eXj7iDl+d4g5O4g7+7r8+Tt3y4gjeDh7vD56Oog8erg5+DrLCD38u4g5OLlIPHy8ODt6Pb7IPHi3vDx8uDt
            +yDv6+717iDoIPfy7iDo9SDv8Ojk3vLx3yDx7d/y/CDxIOrg7O3fIOX53iDw4Ocu
            """
        ),
        (
            "windows-1252", "fr",
            """
            La presse se trouvait dans la cour, où la lumière était bonne, et les premières feuilles\
             en sortirent avant midi. Le compositeur disait que deux pages étaient mal réglées et qu\
            ’il faudrait encore les relever du marbre.
            """,
            """
            TGEgcHJlc3NlIHNlIHRyb3V2YWl0IGRhbnMgbGEgY291ciwgb/kgbGEgbHVtaehyZSDpdGFpdCBib25uZSwgZXQgbGVzIHBy
            ZW1p6HJlcyBmZXVpbGxlcyBlbiBzb3J0aXJlbnQgYXZhbnQgbWlkaS4gTGUgY29tcG9zaXRldXIgZGlzYWl0IHF1ZSBkZXV4
            IHBhZ2VzIOl0YWllbnQgbWFsIHLpZ2zpZXMgZXQgcXWSaWwgZmF1ZHJhaXQgZW5jb3JlIGxlcyByZWxldmVyIGR1IG1hcmJy
            ZS4=
            """
        ),
        (
            "iso-8859-1", "de",
            """
            Die Presse stand im Hof, wo das Licht gut war, und die ersten Bögen kamen vor Mittag her\
            aus. Der Setzer meinte, zwei Seiten seien schlecht umbrochen, und so mußten die Jungen s\
            ie noch einmal vom Stein heben: „Früher“, sagte er, „wäre das nicht geschehen.“
            """,
            """
            RGllIFByZXNzZSBzdGFuZCBpbSBIb2YsIHdvIGRhcyBMaWNodCBndXQgd2FyLCB1bmQgZGllIGVyc3RlbiBC9mdlbiBrYW1l
            biB2b3IgTWl0dGFnIGhlcmF1cy4gRGVyIFNldHplciBtZWludGUsIHp3ZWkgU2VpdGVuIHNlaWVuIHNjaGxlY2h0IHVtYnJv
            Y2hlbiwgdW5kIHNvIG1133RlbiBkaWUgSnVuZ2VuIHNpZSBub2NoIGVpbm1hbCB2b20gU3RlaW4gaGViZW46IIRGcvxoZXKT
            LCBzYWd0ZSBlciwghHfkcmUgZGFzIG5pY2h0IGdlc2NoZWhlbi6T
            """
        ),
        (
            "iso-8859-15", "fr",
            """
            La presse se trouvait dans la cour, où la lumière était bonne, et les premières feuilles\
             en sortirent avant midi. Le compositeur disait que deux pages étaient mal réglées et qu\
            'il faudrait encore les relever du marbre.
            """,
            """
            TGEgcHJlc3NlIHNlIHRyb3V2YWl0IGRhbnMgbGEgY291ciwgb/kgbGEgbHVtaehyZSDpdGFpdCBib25uZSwgZXQgbGVzIHBy
            ZW1p6HJlcyBmZXVpbGxlcyBlbiBzb3J0aXJlbnQgYXZhbnQgbWlkaS4gTGUgY29tcG9zaXRldXIgZGlzYWl0IHF1ZSBkZXV4
            IHBhZ2VzIOl0YWllbnQgbWFsIHLpZ2zpZXMgZXQgcXUnaWwgZmF1ZHJhaXQgZW5jb3JlIGxlcyByZWxldmVyIGR1IG1hcmJy
            ZS4=
            """
        ),
        (
            "macintosh", "fr",
            """
            La presse se trouvait dans la cour, où la lumière était bonne, et les premières feuilles\
             en sortirent avant midi. Le compositeur disait que deux pages étaient mal réglées et qu\
            ’il faudrait encore les relever du marbre.
            """,
            """
            TGEgcHJlc3NlIHNlIHRyb3V2YWl0IGRhbnMgbGEgY291ciwgb50gbGEgbHVtaY9yZSCOdGFpdCBib25uZSwgZXQgbGVzIHBy
            ZW1pj3JlcyBmZXVpbGxlcyBlbiBzb3J0aXJlbnQgYXZhbnQgbWlkaS4gTGUgY29tcG9zaXRldXIgZGlzYWl0IHF1ZSBkZXV4
            IHBhZ2VzII50YWllbnQgbWFsIHKOZ2yOZXMgZXQgcXXVaWwgZmF1ZHJhaXQgZW5jb3JlIGxlcyByZWxldmVyIGR1IG1hcmJy
            ZS4=
            """
        ),
        (
            "windows-1253", "el",
            """
            Το πιεστήριο στεκόταν στην αυλή, όπου το φως ήταν καλό, και τα πρώτα φύλλα βγήκαν πριν α\
            πό το μεσημέρι. Ο στοιχειοθέτης είπε ότι δύο σελίδες ήταν λάθος και ότι έπρεπε να κατέβο\
            υν πάλι από την πέτρα.
            """,
            """
            1O8g8Onl8/Te8envIPP05er89OHtIPP05+0g4fXr3iwg/PDv9SD07yD2+fIg3vTh7SDq4ev8LCDq4ekg9OEg8PH+9OEg9v3r
            6+Eg4uPe6uHtIPDx6e0g4fD8IPTvIOzl8+fs3fHpLiDPIPP07+n35env6N305/Ig5d/w5SD89Okg5P3vIPPl69/k5fIg3vTh
            7SDr3Ojv8iDq4ekg/PTpIN3w8eXw5SDt4SDq4fTd4u/17SDw3OvpIOHw/CD05+0g8N308eEu
            """
        ),
        (
            "iso-8859-7", "el",
            """
            Το πιεστήριο στεκόταν στην αυλή, όπου το φως ήταν καλό, και τα πρώτα φύλλα βγήκαν πριν α\
            πό το μεσημέρι. Ο στοιχειοθέτης είπε ότι δύο σελίδες ήταν λάθος και ότι έπρεπε να κατέβο\
            υν πάλι από την πέτρα.
            """,
            """
            1O8g8Onl8/Te8envIPP05er89OHtIPP05+0g4fXr3iwg/PDv9SD07yD2+fIg3vTh7SDq4ev8LCDq4ekg9OEg8PH+9OEg9v3r
            6+Eg4uPe6uHtIPDx6e0g4fD8IPTvIOzl8+fs3fHpLiDPIPP07+n35env6N305/Ig5d/w5SD89Okg5P3vIPPl69/k5fIg3vTh
            7SDr3Ojv8iDq4ekg/PTpIN3w8eXw5SDt4SDq4fTd4u/17SDw3OvpIOHw/CD05+0g8N308eEu
            """
        ),
        (
            "windows-1254", "tr",
            """
            Baskı makinesi ışığın iyi olduğu avluda duruyordu ve ilk sayfalar öğleden önce çıktı. Di\
            zgici iki sayfanın yanlış dizildiğini, bu yüzden çocukların onları taştan bir kez daha k\
            aldırması gerektiğini söyledi.
            """,
            """
            QmFza/0gbWFraW5lc2kg/f798P1uIGl5aSBvbGR18HUgYXZsdWRhIGR1cnV5b3JkdSB2ZSBpbGsgc2F5ZmFsYXIg9vBsZWRl
            biD2bmNlIOf9a3T9LiBEaXpnaWNpIGlraSBzYXlmYW79biB5YW5s/f4gZGl6aWxkafBpbmksIGJ1IHn8emRlbiDnb2N1a2xh
            cv1uIG9ubGFy/SB0Yf50YW4gYmlyIGtleiBkYWhhIGthbGT9cm1hc/0gZ2VyZWt0afBpbmkgc/Z5bGVkaS4=
            """
        ),
        (
            "iso-8859-9", "tr",
            """
            Baskı makinesi ışığın iyi olduğu avluda duruyordu ve ilk sayfalar öğleden önce çıktı. Di\
            zgici iki sayfanın yanlış dizildiğini, bu yüzden çocukların onları taştan bir kez daha k\
            aldırması gerektiğini söyledi.
            """,
            """
            QmFza/0gbWFraW5lc2kg/f798P1uIGl5aSBvbGR18HUgYXZsdWRhIGR1cnV5b3JkdSB2ZSBpbGsgc2F5ZmFsYXIg9vBsZWRl
            biD2bmNlIOf9a3T9LiBEaXpnaWNpIGlraSBzYXlmYW79biB5YW5s/f4gZGl6aWxkafBpbmksIGJ1IHn8emRlbiDnb2N1a2xh
            cv1uIG9ubGFy/SB0Yf50YW4gYmlyIGtleiBkYWhhIGthbGT9cm1hc/0gZ2VyZWt0afBpbmkgc/Z5bGVkaS4=
            """
        ),
        (
            "windows-1255", "he",
            """
            מכונת הדפוס עמדה בחצר, במקום שבו היה אור טוב, והגיליונות הראשונים יצאו ממנה עוד לפני הצה\
            ריים. הסדר אמר ששני עמודים סודרו לא נכון ושצריך להוריד אותם שוב מן האבן.
            """,
            """
            7uvl8Pog5OP05fEg8u7j5CDh5/b4LCDh7vfl7SD54eUg5OnkIODl+CDo5eEsIOXk4uns6eXw5fog5Pjg+eXw6e0g6fbg5SDu
            7vDkIPLl4yDs9PDpIOT25Pjp6e0uIOTx4/gg4O74IPn58Okg8u7l4+ntIPHl4/jlIOzgIPDr5e8g5fn2+OnqIOzk5fjp4yDg
            5frtIPnl4SDu7yDk4OHvLg==
            """
        ),
        (
            "iso-8859-8", "he",
            """
            מכונת הדפוס עמדה בחצר, במקום שבו היה אור טוב, והגיליונות הראשונים יצאו ממנה עוד לפני הצה\
            ריים. הסדר אמר ששני עמודים סודרו לא נכון ושצריך להוריד אותם שוב מן האבן.
            """,
            """
            7uvl8Pog5OP05fEg8u7j5CDh5/b4LCDh7vfl7SD54eUg5OnkIODl+CDo5eEsIOXk4uns6eXw5fog5Pjg+eXw6e0g6fbg5SDu
            7vDkIPLl4yDs9PDpIOT25Pjp6e0uIOTx4/gg4O74IPn58Okg8u7l4+ntIPHl4/jlIOzgIPDr5e8g5fn2+OnqIOzk5fjp4yDg
            5frtIPnl4SDu7yDk4OHvLg==
            """
        ),
        (
            "iso-8859-8-i", "he",
            """
            מכונת הדפוס עמדה בחצר, במקום שבו היה אור טוב, והגיליונות הראשונים יצאו ממנה עוד לפני הצה\
            ריים. הסדר אמר ששני עמודים סודרו לא נכון ושצריך להוריד אותם שוב מן האבן.
            """,
            """
            7uvl8Pog5OP05fEg8u7j5CDh5/b4LCDh7vfl7SD54eUg5OnkIODl+CDo5eEsIOXk4uns6eXw5fog5Pjg+eXw6e0g6fbg5SDu
            7vDkIPLl4yDs9PDpIOT25Pjp6e0uIOTx4/gg4O74IPn58Okg8u7l4+ntIPHl4/jlIOzgIPDr5e8g5fn2+OnqIOzk5fjp4yDg
            5frtIPnl4SDu7yDk4OHvLg==
            """
        ),
        (
            "windows-1256", "ar",
            """
            وضعت آلة الطباعة في الساحة حيث كان الضوء جيدا، وخرجت منها الأوراق الأولى قبل الظهر. قال \
            المنضد إن صفحتين لم ترتبا كما يجب، وإن على الصبيان أن يرفعوهما عن الحجر مرة أخرى.
            """,
            """
            5tbayiDC4ckgx+HYyMfaySDd7SDH4dPHzckgze3LIN/H5CDH4dbmwSDM7c/HoSDmztHMyiDj5OXHIMfhw+bRx94gx+HD5uHs
            IN7I4SDH4dnl0S4g3sfhIMfh4+TWzyDF5CDV3c3K7eQg4eMgytHKyMcg3+PHIO3MyKEg5sXkINrh7CDH4dXI7cfkIMPkIO3R
            3drm5ePHINrkIMfhzczRIOPRySDDztHsLg==
            """
        ),
        (
            "iso-8859-6", "ar",
            """
            وضعت آلة الطباعة في الساحة حيث كان الضوء جيدا، وخرجت منها الأوراق الأولى قبل الظهر. قال \
            المنضد إن صفحتين لم ترتبا كما يجب، وإن على الصبيان أن يرفعوهما عن الحجر مرة أخرى.
            """,
            """
            6NbZyiDC5Mkgx+TXyMfZySDh6iDH5NPHzckgzerLIOPH5iDH5NbowSDM6s/HrCDoztHMyiDl5ufHIMfkw+jRx+Igx+TD6OTp
            IOLI5CDH5Njn0S4g4sfkIMfk5ebWzyDF5iDV4c3K6uYg5OUgytHKyMcg4+XHIOrMyKwg6MXmINnk6SDH5NXI6sfmIMPmIOrR
            4dno5+XHINnmIMfkzczRIOXRySDDztHpLg==
            """
        ),
        (
            "windows-1257", "lt",
            """
            Spausdinimo mašina stovėjo kieme, kur buvo gera šviesa, ir pirmieji lapai išėjo iš jos d\
            ar prieš vidurdienį. Raidžių rinkėjas sakė, kad du puslapiai sudėti blogai, todėl berniu\
            kai turėjo juos dar kartą nuimti nuo akmens.
            """,
            """
            U3BhdXNkaW5pbW8gbWHwaW5hIHN0b3bram8ga2llbWUsIGt1ciBidXZvIGdlcmEg8HZpZXNhLCBpciBwaXJtaWVqaSBsYXBh
            aSBp8OtqbyBp8CBqb3MgZGFyIHByaWXwIHZpZHVyZGllbuEuIFJhaWT+afggcmlua+tqYXMgc2Fr6ywga2FkIGR1IHB1c2xh
            cGlhaSBzdWTrdGkgYmxvZ2FpLCB0b2TrbCBiZXJuaXVrYWkgdHVy62pvIGp1b3MgZGFyIGthcnTgIG51aW10aSBudW8gYWtt
            ZW5zLg==
            """
        ),
        (
            "iso-8859-13", "et",
            """
            Trükipress seisis õues, kus valgus oli hea, ja esimesed poognad tulid sellest välja enne\
             lõunat. Laduja ütles, et kaks lehekülge olid halvasti murtud ja poisid pidid need kivil\
            t uuesti üles tõstma.
            """,
            """
            VHL8a2lwcmVzcyBzZWlzaXMg9XVlcywga3VzIHZhbGd1cyBvbGkgaGVhLCBqYSBlc2ltZXNlZCBwb29nbmFkIHR1bGlkIHNl
            bGxlc3QgduRsamEgZW5uZSBs9XVuYXQuIExhZHVqYSD8dGxlcywgZXQga2FrcyBsZWhla/xsZ2Ugb2xpZCBoYWx2YXN0aSBt
            dXJ0dWQgamEgcG9pc2lkIHBpZGlkIG5lZWQga2l2aWx0IHV1ZXN0aSD8bGVzIHT1c3RtYS4=
            """
        ),
        (
            "iso-8859-10", "is",
            """
            Prentvélin stóð í garðinum, þar sem birtan var góð, og fyrstu arkirnar komu út fyrir hád\
            egi. Setjarinn sagði að tvær síður væru illa brotnar og að drengirnir yrðu að lyfta þeim\
             aftur af steininum.
            """,
            """
            UHJlbnR26WxpbiBzdPPwIO0gZ2Fy8GludW0sIP5hciBzZW0gYmlydGFuIHZhciBn8/AsIG9nIGZ5cnN0dSBhcmtpcm5hciBr
            b211IPp0IGZ5cmlyIGjhZGVnaS4gU2V0amFyaW5uIHNhZ/BpIGHwIHR25nIgc+3wdXIgduZydSBpbGxhIGJyb3RuYXIgb2cg
            YfAgZHJlbmdpcm5pciB5cvB1IGHwIGx5ZnRhIP5laW0gYWZ0dXIgYWYgc3RlaW5pbnVtLg==
            """
        ),
        (
            "iso-8859-14", "cy",
            """
            Roedd y wasg yn sefyll yn yr iard, lle roedd y golau'n dda, a daeth y dalennau cyntaf al\
            lan cyn hanner dydd. Dywedodd y cysodydd fod dŵr ar ddwy dudalen a bod ŷd y fferm yn llo\
            sgi.
            """,
            """
            Um9lZGQgeSB3YXNnIHluIHNlZnlsbCB5biB5ciBpYXJkLCBsbGUgcm9lZGQgeSBnb2xhdSduIGRkYSwgYSBkYWV0aCB5IGRh
            bGVubmF1IGN5bnRhZiBhbGxhbiBjeW4gaGFubmVyIGR5ZGQuIER5d2Vkb2RkIHkgY3lzb2R5ZGQgZm9kIGTwciBhciBkZHd5
            IGR1ZGFsZW4gYSBib2Qg/mQgeSBmZmVybSB5biBsbG9zZ2ku
            """
        ),
        (
            "iso-8859-16", "ro",
            """
            Presa stătea în curte, unde lumina era bună, și primele coli au ieșit din ea înainte de \
            prânz. Zețarul a spus că două pagini fuseseră așezate greșit și că băieții trebuie să le\
             ridice încă o dată de pe piatră.
            """,
            """
            UHJlc2Egc3TjdGVhIO5uIGN1cnRlLCB1bmRlIGx1bWluYSBlcmEgYnVu4ywgumkgcHJpbWVsZSBjb2xpIGF1IGlluml0IGRp
            biBlYSDubmFpbnRlIGRlIHBy4m56LiBaZf5hcnVsIGEgc3B1cyBj4yBkb3XjIHBhZ2luaSBmdXNlc2Vy4yBhumV6YXRlIGdy
            ZbppdCC6aSBj4yBi42ll/mlpIHRyZWJ1aWUgc+MgbGUgcmlkaWNlIO5uY+MgbyBkYXTjIGRlIHBlIHBpYXRy4y4=
            """
        ),
        (
            "windows-874", "th",
            """
            แท่นพิมพ์ตั้งอยู่ในลานบ้านซึ่งมีแสงดี และแผ่นแรกออกมาก่อนเที\
            ่ยงวัน ช่างเรียงพิมพ์บอกว่าสองหน้าเรียงผิด เด็กจึงต้องยกขึ้น\
            จากหินอีกครั้ง
            """,
            """
            4bfoub7Uwb7stdHpp83C2ejjucXSubrp0rmr1uinwdXhyqe01SDhxdDhvOi54cOhzc2hwdKh6M254LfV6MKnx9G5IKro0qfg
            w9XCp77Uwb7sus2hx+jSys2ny7np0uDD1cKnvNS0IOC056Go1qe16c2nwqGi1um5qNKhy9S5zdWhpMPR6ac=
            """
        ),
        (
            "shift_jis", "ja",
            """
            印刷機は光のよく入る庭に置かれ、最初の紙は昼前に刷り上がった。植字工は二つのページの組み\
            方が悪いと言い、少年たちはもう一度それを石から持ち上げなければならなかった。カタカナも漢\
            字も、同じ箱から拾われた。
            """,
            """
            iPON/ItAgs2M9YLMguaCrZP8gumS64LJknWCqYLqgUGNxY+JgsyOhoLNkouRT4LJjfyC6I/jgqqCwYK9gUKQQY6ajUiCzZPx
            gsKCzIN5gVuDV4LMkWeC3ZX7gqqIq4KigsaMvoKigUGPrZROgr2Cv4LNguCCpIjqk3iCu4LqgvCQzoKpgueOnYK/j+OCsILI
            gq+C6oLOgsiC54LIgqmCwYK9gUKDSoNeg0qDaYLgir+OmoLggUGTr4K2lKCCqYLnj0WC7YLqgr2BQg==
            """
        ),
        (
            "euc-jp", "ja",
            """
            印刷機は光のよく入る庭に置かれ、最初の紙は昼前に刷り上がった。植字工は二つのページの組み\
            方が悪いと言い、少年たちはもう一度それを石から持ち上げなければならなかった。カタカナも漢\
            字も、同じ箱から拾われた。
            """,
            """
            sPW6/rWhpM+496TOpOikr8b+pOvE7aTLw9akq6TsoaK6x73ppM675qTPw+vBsKTLuv6k6r7lpKykw6S/oaO/orv6uamkz8bz
            pMSkzqXaobyluKTOwcik38r9pKywraSkpMi4wKSkoaK+r8evpL+kwaTPpOKkprDsxdmkvaTspPLA0KSrpOm7/aTBvuWksqTK
            pLGk7KTQpMqk6aTKpKukw6S/oaOlq6W/paulyqTitMG7+qTioaLGsaS4yKKkq6Tpvaak76TspL+how==
            """
        ),
        (
            "iso-2022-jp", "ja",
            """
            印刷機は光のよく入る庭に置かれ、最初の紙は昼前に刷り上がった。植字工は二つのページの組み\
            方が悪いと言い、少年たちはもう一度それを石から持ち上げなければならなかった。カタカナも漢\
            字も、同じ箱から拾われた。
            """,
            """
            GyRCMHU6fjUhJE84dyROJGgkL0Z+JGtEbSRLQ1YkKyRsISI6Rz1pJE47ZiRPQ2tBMCRLOn4kaj5lJCwkQyQ/ISM/Ijt6OSkk
            T0ZzJEQkTiVaITwlOCROQUgkX0p9JCwwLSQkJEg4QCQkISI+L0cvJD8kQSRPJGIkJjBsRVkkPSRsJHJAUCQrJGk7fSRBPmUk
            MiRKJDEkbCRQJEokaSRKJCskQyQ/ISMlKyU/JSslSiRiNEE7eiRiISJGMSQ4SCIkKyRpPSYkbyRsJD8hIxsoQg==
            """
        ),
        (
            "euc-kr", "ko",
            """
            인쇄기는 빛이 잘 드는 마당에 서 있었고 첫 종이는 정오가 되기 전에 나왔다. \
            식자공은 두 쪽이 잘못 짜였다고 말했으며 아이들은 그것을 돌에서 다시 들어 올려\
            야 했다. 똠방각하와 펲시콜라도 빠지지 않았다.
            """,
            """
            wM684rHitMIguvvAzCDA3yC15bTCILi2tOe/oSC8rSDA1r76sO0gw7kgwb7AzLTCIMGkv8CwoSC1x7HiIMD8v6Egs6q/1LTZ
            LiC9xMDasPjAuiC1ziDCysDMIMDfuPggwqW/tLTZsO0guLvH38C4uOcgvsbAzLXpwLogsdewzcC7ILW5v6G8rSC02b3DILXp
            vu4gv8O3wb7fIMfftNkuIIxjueawosfPv80gvIS9w8TdtvO1tSC6/MH2wfYgvsq+0rTZLg==
            """
        ),
        (
            "gb2312", "zh-Hans",
            """
            印刷机摆在光线很好的院子里，第一批纸在中午以前就印了出来。排字工人说有两页排得不好，孩子\
            们只好把它们从石板上再抬起来一次。那时候的铅字都放在木头盒子里，谁也不敢弄乱。
            """,
            """
            06HLorv6sNrU2rniz9+63LrDtcTUutfTwO+jrLXa0rvF+ta91NrW0M7n0tTHsL7N06HBy7P2wLSho8XF19a5pMjLy7XT0MG9
            0rPFxbXDsru6w6OsuqLX08PH1ru6w7DRy/zDx7TTyq+w5cnP1NnMp8bwwLTSu7TOoaPEx8qxuvK1xMem19a2vLfF1NrEvs23
            utDX08Dvo6zLrdKysru40sWqwtKhow==
            """
        ),
        (
            "gb18030", "zh-Hans",
            """
            印刷机摆在光线很好的院子里，第一批纸在中午以前就印了出来。排字工人说有两页排得不好，孩子\
            们只好把它们从石板上再抬起来一次。那时候的铅字都放在木头盒子里，谁也不敢弄乱。
            """,
            """
            06HLorv6sNrU2rniz9+63LrDtcTUutfTwO+jrLXa0rvF+ta91NrW0M7n0tTHsL7N06HBy7P2wLSho8XF19a5pMjLy7XT0MG9
            0rPFxbXDsru6w6OsuqLX08PH1ru6w7DRy/zDx7TTyq+w5cnP1NnMp8bwwLTSu7TOoaPEx8qxuvK1xMem19a2vLfF1NrEvs23
            utDX08Dvo6zLrdKysru40sWqwtKhow==
            """
        ),
        (
            "big5", "zh-Hant",
            """
            印刷機擺在光線很好的院子裡，第一批紙在中午以前就印了出來。排字工人說有兩頁排得不好，孩子\
            們只好把它們從石板上再抬起來一次。那時候的鉛字都放在木頭盒子裡，誰也不敢弄亂。
            """,
            """
            pkyo6r73wlymYqX6vXWr3KZuqrqwfKRsuMyhQbLEpECn5a/IpmKkpKTIpUirZbROpkykRqVYqNOhQ7HGpnKkdaRIu6Gms6ji
            rbaxxrFvpKOmbqFBq8SkbK3MpXWmbqfipaatzLFxpduqT6RXpkGp77BfqNOkQKa4oUOouq7JrdSqurldpnKzo6nxpmKk7MBZ
            srCkbLjMoUG91qRdpKO0safLtsOhQw==
            """
        ),
        (
            "utf-16le", "ja",
            """
            印刷機は光のよく入る庭に置かれ、最初の紙は昼前に刷り上がった。植字工は二つのページの組み\
            方が悪いと言い、少年たちはもう一度それを石から持ち上げなければならなかった。カタカナも漢\
            字も、同じ箱から拾われた。
            """,
            """
            cFM3Ul9qbzBJUW4wiDBPMGVRizCtXmswbn9LMIwwATAAZx1SbjAZfW8wPGZNUmswN1KKMApOTDBjMF8wAjANaVdb5V1vMIxO
            ZDBuMNow/DC4MG4wRH1/MLllTDCqYEQwaDAAikQwATARXHReXzBhMG8wgjBGMABOpl5dMIwwkjDzd0swiTABY2EwCk5SMGow
            UTCMMHAwajCJMGowSzBjMF8wAjCrML8wqzDKMIIwIm9XW4IwATAMVFgwsXtLMIkw/mKPMIwwXzACMA==
            """
        ),
        (
            "utf-16be", "el",
            """
            Το πιεστήριο στεκόταν στην αυλή, όπου το φως ήταν καλό, και τα πρώτα φύλλα βγήκαν πριν α\
            πό το μεσημέρι. Ο στοιχειοθέτης είπε ότι δύο σελίδες ήταν λάθος και ότι έπρεπε να κατέβο\
            υν πάλι από την πέτρα.
            """,
            """
            A6QDvwAgA8ADuQO1A8MDxAOuA8EDuQO/ACADwwPEA7UDugPMA8QDsQO9ACADwwPEA7cDvQAgA7EDxQO7A64ALAAgA8wDwAO/
            A8UAIAPEA78AIAPGA8kDwgAgA64DxAOxA70AIAO6A7EDuwPMACwAIAO6A7EDuQAgA8QDsQAgA8ADwQPOA8QDsQAgA8YDzQO7
            A7sDsQAgA7IDswOuA7oDsQO9ACADwAPBA7kDvQAgA7EDwAPMACADxAO/ACADvAO1A8MDtwO8A60DwQO5AC4AIAOfACADwwPE
            A78DuQPHA7UDuQO/A7gDrQPEA7cDwgAgA7UDrwPAA7UAIAPMA8QDuQAgA7QDzQO/ACADwwO1A7sDrwO0A7UDwgAgA64DxAOx
            A70AIAO7A6wDuAO/A8IAIAO6A7EDuQAgA8wDxAO5ACADrQPAA8EDtQPAA7UAIAO9A7EAIAO6A7EDxAOtA7IDvwPFA70AIAPA
            A6wDuwO5ACADsQPAA8wAIAPEA7cDvQAgA8ADrQPEA8EDsQAu
            """
        ),
        (
            "windows-1258", "vi",
            """
            Máy in đă\u{323}t ơ\u{309} ngoài sân, nơi ánh sáng tô\u{301}t, và như\u{303}ng tơ\u{300} giâ\u{301}y đâ\u{300}u tiên ra trươ\u{301}c buô\
            \u{309}i trưa.
            """,
            """
            TeF5IGluIPDj8nQg9dIgbmdv4Gkgc+JuLCBu9Wkg4W5oIHPhbmcgdPTsdCwgduAgbmj93m5nIHT1zCBnaeLseSDw4sx1IHRp
            6m4gcmEgdHL99exjIGJ19NJpIHRy/WEu
            """
        ),
    ]
}
