import type { Locale } from '../rules/engine.ts';

export function starterName(locale: Locale): string {
  return locale === 'tr' ? 'aydinlatma-metni.md' : 'privacy.md';
}

/** A first policy: sentences with gaps in brackets. Every gap is reported until it is filled. */
export function starter(locale: Locale): string {
  return locale === 'tr' ? TURKISH : ENGLISH;
}

const ENGLISH = `# Privacy policy

Last updated: [enter the date]

This policy tells you how we process your personal data under the General Data Protection Regulation (GDPR).

## Who we are

The controller is [enter the company name], [enter the postal address]. You can reach us at [enter the e-mail address].

## What we collect and why

- We process your name and e-mail address to [enter the purpose]. The legal basis is [enter one of Art. 6(1)].

## Who receives your data

We share your data with [enter the recipients]. We do not transfer your data outside the European Economic Area.

## How long we keep your data

We keep your data for [enter a period] and then delete them.

## Your rights

You have the right to access, rectify and erase your data, to restrict and to object to their processing, and to data
portability. Write to [enter the e-mail address]. You may lodge a complaint with [enter the supervisory authority].
`;

const TURKISH = `# Kişisel Verilerin İşlenmesine İlişkin Aydınlatma Metni

Son güncelleme: [tarihi yazın]

Bu metin, 6698 sayılı Kişisel Verilerin Korunması Kanunu (KVKK) uyarınca hazırlanmıştır.

## Veri sorumlusu

Veri sorumlusu [şirketin unvanını yazın]. Adresimiz: [posta adresini yazın].

## Amaçlar ve hukuki sebep

- Adınız ve e-posta adresiniz [amacı yazın] amacıyla işlenmektedir. Hukuki sebep: [5. maddedeki şartı yazın].

## Toplama yöntemi

Kişisel verileriniz [yöntemi yazın] yoluyla toplanmaktadır.

## Aktarım

Kişisel verileriniz [alıcıları yazın] ile paylaşılmaktadır. Verileriniz yurt dışına aktarılmamaktadır.

## Saklama süresi

Verileriniz [süreyi yazın] saklanır ve ardından silinir.

## Haklarınız

Kanunun 11. maddesi uyarınca şu haklara sahipsiniz:

- kişisel verilerinizin işlenip işlenmediğini öğrenme,
- işlenmişse buna ilişkin bilgi talep etme,
- işlenme amacını ve amacına uygun kullanılıp kullanılmadığını öğrenme,
- yurt içinde veya yurt dışında aktarıldığı üçüncü kişileri bilme,
- eksik veya yanlış işlenmişse düzeltilmesini isteme,
- silinmesini veya yok edilmesini isteme,
- bu işlemlerin verilerin aktarıldığı üçüncü kişilere bildirilmesini isteme,
- münhasıran otomatik sistemlerle analiz edilmesi sonucunda aleyhinize bir sonuç çıkmasına itiraz etme,
- kanuna aykırı işleme sebebiyle zarara uğramanız hâlinde zararın giderilmesini talep etme.

Başvurunuzu yazılı olarak adresimize ya da [e-posta adresini yazın] adresine gönderebilirsiniz. Başvurunuz reddedilirse
Kişisel Verileri Koruma Kuruluna şikâyette bulunabilirsiniz.
`;
