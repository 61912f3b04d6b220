//! Small sets: the names of a ballot, and the people taken out of the base.

use so_tay_dai_hoi::congress::election::ballots::Names;
use so_tay_dai_hoi::congress::election::{CongressForm, ExclusionKind, Exclusions};

#[test]
fn a_name_is_in_a_set_once() {
    let set = Names::NONE.with(2).with(0).with(2);
    assert_eq!((set.bits(), set.len()), (0b101, 2));
    assert_eq!(set.places().collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn each_form_of_congress_has_its_exclusions() {
    let of = |form| ExclusionKind::of(form).collect::<Vec<_>>();
    assert_eq!(of(CongressForm::Members), ExclusionKind::ALL[..5]);
    assert_eq!(of(CongressForm::Delegates), ExclusionKind::ALL[5..]);
    for kind in ExclusionKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
    }
}

#[test]
fn exclusions_are_read_back_as_they_were() {
    let exclusions =
        Exclusions::none().with(ExclusionKind::Suspended, 2).with(ExclusionKind::TransferredOut, 0);
    let text = serde_json::to_string(&exclusions).unwrap();
    assert_eq!(text, "{\"transferred_out\":0,\"suspended\":2}");
    assert_eq!(serde_json::from_str::<Exclusions>(&text).unwrap(), exclusions, "a 0 was named too");
    for wrong in ["{\"ill\":1}", "{\"suspended\":1,\"suspended\":1}", "{\"suspended\":1.0}", "[]"] {
        assert!(serde_json::from_str::<Exclusions>(wrong).is_err(), "{wrong}");
    }
}
