/// Names of query parameters that only say where a reader came from, as analytics and advertising vendors
/// document them; no server known to the field answers otherwise because of one.
enum TrackingParameters {
    static let names = ParameterNames(
        names: advertisers + senders + publishers,
        // Urchin and Google Analytics, Matomo and Piwik, HubSpot, Olytics, Vero, Webtrends, Nielsen,
        // Facebook, Verizon
        prefixes: [
            "utm_", "mtm_", "matomo_", "pk_", "piwik_", "_hs", "hsa_", "at_custom", "oly_", "vero_", "wt_mc",
            "wt.mc",
            "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "fb_action_", "guce_", "itm_",
            "trk_",
        ])

    /// Google, Microsoft, Yandex, Facebook, Instagram, X, TikTok, LinkedIn, Pinterest, Snapchat.
    private static let advertisers = [
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "ga_source", "ga_medium",
        "ga_term",
        "ga_content", "ga_campaign", "ga_place", "msclkid", "yclid", "ysclid", "_openstat", "fbclid",
        "fb_source",
        "fb_ref", "fbadid", "igshid", "igsh", "twclid", "__twitter_impression", "twsrc", "ttclid",
        "li_fat_id", "epik",
        "sccid", "scclid",
    ]

    /// Mail and campaign senders.
    private static let senders = [
        "mc_cid", "mc_eid", "mkt_tok", "ml_subscriber", "ml_subscriber_hash", "hsctatracking", "wickedid",
        "rb_clickid", "s_cid", "s_kwcid", "clickid", "irclickid", "irgwc", "zanpid", "awc", "cjevent",
        "ef_id",
        "bsft_clkid", "bsft_uid", "cmpid", "campaign_id", "email_source", "trk", "trkcampaign", "sc_campaign",
    ]

    /// What news publishers add to their own links.
    private static let publishers = [
        "xtor", "at_medium", "at_campaign", "at_creation", "at_variant", "at_link_id", "at_link_origin",
        "at_link_type", "at_format", "at_bbc_team", "at_ptr_name", "smid", "smtyp", "ncid", "ocid", "icid",
        "mbid", "sr_share", "guccounter", "cvid", "spm", "wtrid", "cmp_id", "traffic_source", "taid",
    ]
}
