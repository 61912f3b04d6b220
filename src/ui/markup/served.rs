//! What Leptos asks of every view for pages that are made on a server, which this app has not.

/// Answers it for a kind of view.
macro_rules! never_served {
    ($kind:ty) => {
        impl leptos::prelude::RenderHtml for $kind {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                _: &mut String,
                _: &mut leptos::tachys::view::Position,
                _: bool,
                _: bool,
                _: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
            ) {
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _: &leptos::tachys::hydration::Cursor,
                _: &leptos::tachys::view::PositionState,
            ) -> Self::State {
                leptos::prelude::Render::build(self)
            }

            fn into_owned(self) -> Self {
                self
            }
        }

        impl leptos::tachys::view::add_attr::AddAnyAttr for $kind {
            type Output<Added: leptos::tachys::html::attribute::Attribute> = Self;

            fn add_any_attr<Added: leptos::tachys::html::attribute::Attribute>(self, _: Added) -> Self {
                self
            }
        }
    };
}

pub(super) use never_served;
