// What docx asks Node for and a browser does not have.
export const Buffer = undefined;
