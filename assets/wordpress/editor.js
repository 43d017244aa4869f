/** The block in the editor: which report, and which view of it. The page itself is made by report-widget.php. */
( function ( { blocks, blockEditor, components, element }, pages ) {
	const { createElement } = element;
	const { SelectControl, TextControl, PanelBody, Placeholder } = components;

	const LANGUAGES = { ko: '한국어', en: 'English' };
	const reports = [ ...new Set( pages.map( ( { report } ) => report ) ) ];
	const pagesOf = ( report ) => pages.filter( ( page ) => page.report === report );
	const titleOf = ( report ) => pagesOf( report )[ 0 ].title;
	const options = ( first, choices ) => [ { label: first, value: '' }, ...choices ];

	function edit( { attributes, setAttributes } ) {
		const report = reports.includes( attributes.report ) ? attributes.report : reports[ 0 ];
		const control = ( type, name, label, others ) => createElement( type, {
			key: name,
			label,
			value: attributes[ name ] ?? '',
			onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
			__next40pxDefaultSize: true,
			__nextHasNoMarginBottom: true,
			...others,
		} );
		const choice = ( name, label, choices ) => control( SelectControl, name, label, { options: choices } );
		const text = ( name, label, help ) => control( TextControl, name, label, { help } );
		return createElement( 'div', blockEditor.useBlockProps(),
			createElement( blockEditor.InspectorControls, null,
				createElement( PanelBody, { title: 'Report' },
					choice( 'report', 'Report', reports.map( ( value ) => ( { value, label: titleOf( value ) } ) ) ),
					choice( 'lang', 'Language', options( 'As the site', pagesOf( report ).map( ( { lang } ) => ( { value: lang, label: LANGUAGES[ lang ] ?? lang } ) ) ) ),
					choice( 'theme', 'Colours', options( 'As the reader\'s system', [ { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' } ] ) ),
					choice( 'chrome', 'Tools', options( 'All', [ { value: 'minimal', label: 'Only search and filters' } ] ) ) ),
				createElement( PanelBody, { title: 'View', initialOpen: false },
					text( 'part', 'Part', 'Number of the part to open at' ),
					text( 'card', 'Card', 'Id of the card to open' ),
					text( 'query', 'Words to search for' ),
					text( 'filters', 'Filters', 'As in the snippet of "Embed": brand:kakaotalk;theme:vaccine' ) ) ),
			createElement( Placeholder, { icon: 'chart-bar', label: titleOf( report ), instructions: 'The report is shown here on the page.' } ) );
	}

	blocks.registerBlockType( 'report-widget/report', { edit, save: () => null } );
}( window.wp, window.reportWidgetPages ) );
