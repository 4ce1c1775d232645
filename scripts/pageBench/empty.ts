// Takes the host's messages and shows nothing: what is measured here is the price of measuring and of messages.

export {};
