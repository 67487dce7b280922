"""The clean text beside the original, always in step: view, layout, painting, the card.

Everything here knows a document and its repairs, but neither menus and files (`window`,
`document`) nor who saves what is decided (`review`): it says by signals what the user wants.
"""
