"""The whole way, from sentences to the shared document. Start reading here.

    narrative -> reading -> prompts -> answers -> requirements -> quality -> options, estimates -> plan -> specification

Pure: everything it needs is passed in, and the same input gives the same document on every machine.
"""
