const { groups, group } = require('./groups');
const { jest } = require('../../package.json');

module.exports = {
  rootDir: '../..',
  transform: jest.transform,
  moduleNameMapper: jest.moduleNameMapper,
  testMatch: groups[group].tests.map((glob) => `<rootDir>/${glob}`),
};
